"""What stands in a learner's calendar."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count, Max
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import User
from content.pages.addresses import full
from courses.completion.queries import standings
from courses.completion.standing import Standing
from courses.editions.models import Event, StaffAct
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import active_enrolments
from courses.learning.agenda import Entry

MINUTE = timedelta(minutes=1)
Changes = dict[int, tuple[int, datetime]]


def agenda_of(user: User, *, now: datetime, request: HttpRequest | None = None, language: str = "") -> list[Entry]:
    """Return the moments of every edition that is not closed and in which she takes part: its first and last day, when each module is due
    (with her extra days), its events. In the active language (or `language`). Five queries, however many editions.
    """
    rows = [row for row in active_enrolments(user) if not row.edition.is_closed]
    if not rows:
        return []
    stands = standings(rows, now=now, request=request, language=language)
    changes = _changes({row.edition_id for row in rows})
    entries = [entry for row in rows for entry in _of_edition(row, stands[row.pk], changes)]
    by_edition = {row.edition_id: row for row in rows}
    for event in Event.objects.filter(edition__in=by_edition):
        row = by_edition[event.edition_id]
        entries.append(_of_event(event, row, stands[row.pk], changes))
    return entries


def _changes(editions: set[int]) -> Changes:
    """Return how often, and when last, staff changed each of these editions: what tells calendars that an entry is newer."""
    acts = StaffAct.objects.filter(edition__in=editions).order_by().values_list("edition").annotate(Count("pk"), Max("at"))
    return {edition: (count, at) for edition, count, at in acts}


def _of_edition(row: Enrolment, stand: Standing, changes: Changes) -> Iterator[Entry]:
    """Yield its first day, its last, and when each module is due. What ends with a day ends in its last minute."""
    edition, course = row.edition, stand.course.title or row.edition.name
    count, at = changes.get(row.edition_id, (0, row.since or row.asked_at))
    same = {"course": course, "changes": count, "changed_at": at}
    home = full(stand.course.url) if stand.course.url else ""
    if edition.starts_at:
        yield Entry("start", f"start-{edition.uid}", edition.starts_at, edition.starts_at, _("The course begins"), url=home, **same)  # type: ignore[arg-type]
    if ends_at := row.deadline(edition.ends_at):
        last = ends_at - MINUTE
        yield Entry("end", f"end-{edition.uid}", last, last, _("The course ends"), url=home, is_done=not stand.left, **same)  # type: ignore[arg-type]
    for key, module in stand.modules.items():
        if module.due_at:
            last = module.due_at - MINUTE
            title = _("Module %(number)s due: %(title)s") % {"number": module.module.number, "title": module.module.title}
            url = full(module.module.url)
            yield Entry("due", f"due-{edition.uid}-{key}", last, last, title, url=url, is_done=not module.left, **same)  # type: ignore[arg-type]


def _of_event(event: Event, row: Enrolment, stand: Standing, changes: Changes) -> Entry:
    count, at = changes.get(row.edition_id, (0, row.since or row.asked_at))
    return Entry(
        kind="event",
        key=f"event-{event.uid}",
        at=event.starts_at,
        ends_at=event.ends_at,
        title=event.title,
        course=stand.course.title or row.edition.name,
        url=full(stand.course.url) if stand.course.url else "",
        link=event.link,
        text=event.text,
        changes=count,
        changed_at=at,
    )
