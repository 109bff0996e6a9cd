"""My courses, and the panel on the first page that leads on."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail import hooks

from accounts.people.signed_in import person_of
from courses.completion.standing import Standing
from courses.enrolment.models import Enrolment
from courses.learning import queries
from courses.learning.queries import Mine
from courses.syllabus.moments import end_in_words


@require_safe
@never_cache
@login_required
def my_courses(request: HttpRequest) -> HttpResponse:
    """Show each of one's enrolments with what is left, and the editions one may come into."""
    person, now = person_of(request), timezone.now()
    mine = queries.mine(person, now=now, language=request.LANGUAGE_CODE, request=request)
    extras = extras_of(request, [one.row for one in mine if one.completed_at])
    context = {
        "mine": [_shown(one, now) | {"extras": extras.get(one.row.pk, [])} for one in mine],
        "offers": queries.open_to(person, now=now, language=request.LANGUAGE_CODE, request=request),
    }
    return render(request, "courses/learning/courses.html", context)


def extras_of(request: HttpRequest, rows: list[Enrolment]) -> dict[int, list[SafeString]]:
    """Return what storeys above show below these completed enrolments, by row id (hook `enrolment_extra`, asked once for all)."""
    found: dict[int, list[SafeString]] = {}
    for tell in hooks.get_hooks("enrolment_extra") if rows else ():
        for pk, html in tell(request, rows).items():
            found.setdefault(pk, []).append(html)
    return found


def panel(request: HttpRequest, now: datetime) -> SafeString | str:
    """Return the way to where one stopped, for the first page; nothing for strangers and for those who have nothing to go on with."""
    found = queries.continuing(request.user, now=now, request=request)
    if found is None:
        return ""
    row, stand = found
    return render_to_string(
        "courses/learning/panel.html", {"row": row, "stand": stand, "due": due_in_words(stand, now), "url": go_on(stand)}
    )


def go_on(stand: Standing) -> str:
    """Return the address of exactly where she stopped."""
    return stand.next_unit.url if stand.next_unit else stand.course.url


def due_in_words(stand: Standing, now: datetime) -> str:
    """Return the next deadline in the reader's own zone; empty without one."""
    return end_in_words(stand.next_due, timezone.get_current_timezone(), now) if stand.next_due else ""


def _shown(one: Mine, now: datetime) -> dict[str, Any]:
    """Return what the page shows of one enrolment."""
    stand = one.stand
    modules = list(stand.modules.values()) if stand else []
    strips = [{"key": row.module.key, "url": row.module.url, "text": _strip(row), "woven": row.woven} for row in modules]
    return {
        "one": one,
        "stand": stand,
        "strips": strips,
        "keys": [strip["key"] for strip in strips],
        "due": due_in_words(stand, now) if stand else "",
    }


def _strip(row: Any) -> str:
    """Return a module of the cloth in words."""
    given = {"number": row.module.number, "title": row.module.title, "done": row.done, "total": row.total}
    return _("Module %(number)s: %(title)s, %(done)s of %(total)s done") % given
