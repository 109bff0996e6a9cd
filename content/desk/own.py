"""The panels that the desk fills itself."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.adapting.queries import waiting_for
from content.desk.panels import MOST_LINES, Line, Panel
from content.desk.queries import drafts_of, in_review, past_review, to_review, with_leftovers
from content.links.queries import broken_for, with_pages
from content.links.rules import can_mend


def waiting(request: HttpRequest) -> Panel:
    """What waits for this person to review."""
    rows = to_review(request.user)
    lines = [
        _page_line(page, note=f"{state.task.name}: {_name(state.workflow_state.requested_by)}", at=state.started_at)
        for page, state in rows[:MOST_LINES]
    ]
    return Panel("waiting", _("Waits for you"), lines, len(rows), order=10)


def sent(request: HttpRequest) -> Panel:
    """What this person sent to review."""
    rows = in_review(request.user)
    lines = [
        _page_line(page, note=f"{_task(state)} ({state.get_status_display()})", at=state.created_at) for page, state in rows[:MOST_LINES]
    ]
    return Panel("sent", _("Sent to review by you"), lines, len(rows), order=20)


def drafts(request: HttpRequest) -> Panel:
    """Drafts of this person."""
    rows = drafts_of(request.user)
    return Panel(
        "drafts",
        _("Your drafts"),
        [_page_line(page, at=page.latest_revision_created_at) for page in rows[:MOST_LINES]],
        rows.count(),
        order=30,
    )


def overdue(request: HttpRequest) -> Panel:
    """Pages past their review date."""
    rows = past_review(request.user, timezone.localdate())
    lines = [_page_line(page, note=_("review by %(day)s") % {"day": day.isoformat()}) for page, day in rows[:MOST_LINES]]
    return Panel("overdue", _("Past the review date"), lines, len(rows), order=50)


def links(request: HttpRequest) -> Panel | None:
    """Links that lead nowhere."""
    if not can_mend(request.user):
        return None
    rows = broken_for(request.user)
    lines = [
        Line(
            title=", ".join(page.title for page in row.pages) or row.address.url,
            url=_edit(row.pages[0]) if row.pages else "",
            note=f"{row.address.url} ({row.address.get_found_display()})",
            language=row.pages[0].locale.language_code if row.pages else "",
            at=row.address.since,
        )
        for row in with_pages(request.user, list(rows[:MOST_LINES]))
    ]
    return Panel("links", _("Links that lead nowhere"), lines, rows.count(), reverse("desk-links"), 60)


def leftovers(request: HttpRequest) -> Panel:
    """Words of documents that found no place."""
    rows = with_leftovers(request.user)
    lines = [
        Line(
            title=str(row.report.get("page", {}).get("title") or row),
            url=reverse("importing-report", args=[row.uid]),
            note=_("%(number)s left over") % {"number": row.open},  # type: ignore[attr-defined]
            language=row.locale.language_code,
            at=row.brought_in_at,
        )
        for row in rows[:MOST_LINES]
    ]
    return Panel("leftovers", _("Words left over from documents"), lines, rows.count(), reverse("importing-bring"), 70)


def adaptations(request: HttpRequest) -> Panel:
    """What members adapted, and an editor has not decided about."""
    rows = waiting_for(request.user)
    where = reverse("adaptations-waiting")
    lines = [Line(title=f"{row.country.name}, {row.year}", url=where, note=row.place, at=row.sent_at) for row in rows[:MOST_LINES]]
    return Panel("adaptations", _("Adaptations that wait"), lines, rows.count(), where, 15)


OWN = (waiting, adaptations, sent, drafts, overdue, links, leftovers)


def panels_for(request: HttpRequest, tellers: Iterable[Any]) -> list[Panel]:
    """Return the panels that rooms tell of, in their order."""
    panels = [panel for tell in tellers if (panel := tell(request)) is not None]
    return sorted(panels, key=lambda panel: panel.order)


def _page_line(page: Page, *, note: str = "", at: Any = None) -> Line:
    return Line(title=page.get_admin_display_title(), url=_edit(page), note=note, language=page.locale.language_code, at=at)


def _edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _name(person: Any) -> str:
    return person.get_full_name() if person else "–"


def _task(state: Any) -> str:
    return state.current_task_state.task.name if state.current_task_state else "–"
