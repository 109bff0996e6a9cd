"""What pages of a course show to one who takes part (hooks `page_context` and `before_serve_page`)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from content.audience.gate import for_one_person
from courses.catalogue.choices import Completes
from courses.catalogue.models import CoursePage, ModulePage, Unit
from courses.completion.actions import note_reading
from courses.completion.queries import course_key_of
from courses.completion.rules import can_pass, refusal
from courses.completion.standing import UnitStanding
from courses.studying.views.tracked import Tracked, note_tracked, tracked


def tell_of_progress(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return `learning`, how she stands, on a page of a course that she takes part in; else `enrol_url`, where one asks to."""
    if not page.pk or page.depth is None or not isinstance(page, CoursePage | ModulePage | Unit):
        return {}
    found = tracked(request, page)
    if found is None:
        key = None if getattr(request, "is_preview", False) else course_key_of(page, request)
        return {"enrol_url": reverse("editions", args=[key])} if key else {}
    here = found.here(page)
    told = {"learning": found.standing, "stands": here, "clock": found.clock, "edition_clock": (found.enrolment.edition.tz, found.now)}
    return {**told, **_unit(found, here)}


def watch_reading(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse | None:
    """Close what is not open yet for one who takes part; note, when that is new, that she opened a unit."""
    found = tracked(request, page) if isinstance(page, ModulePage | Unit) else None
    if found is None:
        return None
    why = found.why_closed(page)
    if why and not can_pass(request.user, found.enrolment, page):
        return closed(request, page, why)
    if isinstance(page, Unit) and page.live and is_seen(request) and not refusal(found.enrolment) and _is_new(found, page):
        row = note_reading(enrolment=found.enrolment, unit_key=page.translation_key, language=get_language() or "", now=found.now)
        note_tracked(request, page, found.after(row))
    return None


def closed(request: HttpRequest, page: Page, why: list[str]) -> HttpResponse:
    """Answer with a page that says why and when, without a word of what is closed but its title."""
    context = {**page.get_context(request), "why": why, "extras": []}
    return for_one_person(TemplateResponse(request, "courses/closed_page.html", context))


def is_seen(request: HttpRequest) -> bool:
    """Return whether somebody reads this: neither HEAD nor a browser that merely fetches ahead."""
    return request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")).lower()


def _is_new(found: Tracked, unit: Unit) -> bool:
    """Return whether she has not opened it before, or was elsewhere since."""
    row = found.progress.get(unit.translation_key)
    here = found.here(unit)
    if row is None or not isinstance(here, UnitStanding):
        return row is None
    is_viewed = here.is_done or here.unit.completes != Completes.VIEWED
    return not is_viewed or row.last_at < max(other.last_at for other in found.progress.values())


def _unit(found: Tracked, here: Any) -> dict[str, Any]:
    """Return the addresses behind the buttons of a unit: marking where that makes it done, keeping the place where anything is tracked."""
    if not isinstance(here, UnitStanding) or refusal(found.enrolment):
        return {}
    key = here.unit.key
    can_mark = here.unit.completes == Completes.MARKED and not here.is_done
    return {"mark_url": reverse("unit-mark", args=[key]) if can_mark else "", "place_url": reverse("unit-place", args=[key])}
