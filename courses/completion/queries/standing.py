"""Where people stand in their courses."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from wagtail.models import Page

from courses.completion.queries.memory import memory_of
from courses.completion.queries.progress import progress_of_many
from courses.completion.standing import Standing, stand
from courses.editions.models import ModuleDates
from courses.enrolment.models import Enrolment
from courses.syllabus.queries.outline import course_outline


def standing(enrolment: Enrolment, *, now: datetime, request: HttpRequest | None = None, language: str = "") -> Standing:
    """Return where one who takes part stands, in the active language (or `language`).

    One query, and those of the outline when it is new.
    """
    course = course_outline(enrolment.edition.course_key, request, language=language)
    return stand(course, enrolment, *memory_of(enrolment), now)


def standings(
    enrolments: Iterable[Enrolment], *, now: datetime, request: HttpRequest | None = None, language: str = ""
) -> dict[int, Standing]:
    """Return where several stand, by the id of the enrolment: two queries however many, and the outline of each course."""
    rows = list(enrolments)
    progress = progress_of_many(rows)
    dates = dates_by_edition(rows)
    return {
        row.pk: stand(
            course_outline(row.edition.course_key, request, language=language), row, progress.get(row.pk, {}), dates[row.edition_id], now
        )
        for row in rows
    }


def why_closed(enrolment: Enrolment, page: Page, now: datetime) -> str:
    """Return why a module or unit is not open for one who takes part, as sentences in the active language; empty where it is open."""
    here = standing(enrolment, now=now)
    found = here.units.get(page.translation_key) or here.modules.get(page.translation_key)
    if found is None or found.state == "done":
        return ""
    return " ".join(reason.sentence(enrolment.edition.tz, now) for reason in found.reasons)


def dates_by_edition(enrolments: Iterable[Enrolment]) -> dict[int, dict[UUID, ModuleDates]]:
    """Return the dates of modules by edition and module. One query however many."""
    found: dict[int, dict[UUID, ModuleDates]] = defaultdict(dict)
    for row in ModuleDates.objects.filter(edition__in={enrolment.edition_id for enrolment in enrolments}):
        found[row.edition_id][row.module_key] = row
    return found
