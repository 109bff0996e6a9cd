"""What a mail says to one learner, in her language and zone."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import translation

from content.pages.addresses import full
from courses.completion.queries import standing
from courses.completion.standing import Standing
from courses.enrolment.models import Enrolment
from courses.letters.choices import QUIET_AFTER, SHOWN, Letter
from courses.letters.clock import is_soon
from courses.syllabus.moments import end_in_words, zone_named


def context_of(row: Enrolment, letter: Letter, now: datetime) -> dict[str, Any] | None:
    """Return the words of a mail; None where there is nothing to say: nothing is left, or she has long been away from a course without
    dates.
    """
    language, zone = row.person.language, zone_named(row.person.time_zone)
    with translation.override(language):
        stand = standing(row, now=now, language=language)
        if not stand.course.title or (letter != Letter.START and not _is_worth_it(row, stand, now)):
            return None
        dues = [{"title": title, "code": code, "by": end_in_words(at, zone, now)} for title, code, at in _dues(row, stand)]
        soon = [
            {"title": title, "code": code, "by": end_in_words(at, zone, now)}
            for title, code, at in _dues(row, stand)
            if is_soon(at, zone, now)
        ]
        return {
            "what": letter.name.lower(),
            "course": stand.course.title,
            "code": stand.course.code,
            "edition": row.edition.name,
            "percent": stand.percent,
            "left": [{"title": unit.title, "code": unit.code} for unit in stand.left[:SHOWN]],
            "count": len(stand.left),
            "more": max(len(stand.left) - SHOWN, 0),
            "dues": soon if letter == Letter.DUE else dues[:1],
            "url": full(stand.next_unit.url if stand.next_unit else stand.course.url),
            "change_url": full(reverse("learning-letters")),
        }


def _is_worth_it(row: Enrolment, stand: Standing, now: datetime) -> bool:
    last = stand.last_at or row.since or now
    return bool(stand.left) and not (row.edition.is_self_paced and now - last > QUIET_AFTER)


def _dues(row: Enrolment, stand: Standing) -> list[tuple[str, str, datetime]]:
    """Return what is due and not done, the first first: modules, then the course itself."""
    found = [
        (one.due_at, one.module.number, one.module.title, one.module.code) for one in stand.modules.values() if one.due_at and one.left
    ]
    dues = [(title, code, at) for at, _number, title, code in sorted(found, key=lambda due: due[:2])]
    end = row.deadline(row.edition.ends_at)
    return [*dues, *([(stand.course.title, stand.course.code, end)] if end and stand.left else [])]
