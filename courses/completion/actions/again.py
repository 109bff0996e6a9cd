"""A course, or a unit, that asks for less now is done by those who had done that much."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.catalogue.models import CoursePage
from courses.completion.actions.complete import complete
from courses.completion.actions.note import keep_summary, lock, told_of
from courses.completion.models import Happening, UnitProgress
from courses.completion.queries import completable, course_of_unit, newest_outline, rules_of
from courses.completion.signals import unit_done
from courses.completion.summing import summed
from courses.enrolment.models import Enrolment
from courses.syllabus.outlining import CourseOutline


def complete_all(*, key: UUID, now: datetime) -> int:
    """Complete the course for all who take part and have nothing left to do, after its pages have changed. Returns how many there were.

    `key`: translation key of the course, of a module or of one of its units, which may ask for less now. Each person is a transaction of
    her own; closed editions stay as they are.
    """
    course_key = key if CoursePage.objects.filter(translation_key=key).exists() else course_of_unit(key)
    if course_key is None:
        return 0
    course = newest_outline(course_key)
    if course.unit(key):
        sum_again(course=course, unit_key=key, now=now)
    rows = completable().filter(edition__course_key=course_key)
    return sum(complete(enrolment=row, course=course, now=now) is not None for row in rows.filter(units__isnull=False).distinct())


def sum_again(*, course: CourseOutline, unit_key: UUID, now: datetime) -> int:
    """Sum up anew the log of those who have begun a unit and not done it; what was done stays done. Returns how many it made done.

    Each person is a transaction of her own. Safe to call twice. Announces `unit_done`.
    """
    rows = completable().filter(units__unit_key=unit_key, units__done_at=None)
    return sum(_sum_again(row, course, unit_key, now) for row in rows)


@transaction.atomic
def _sum_again(enrolment: Enrolment, course: CourseOutline, unit_key: UUID, now: datetime) -> bool:
    lock(enrolment=enrolment)
    kept = UnitProgress.objects.filter(enrolment=enrolment, unit_key=unit_key, done_at=None).first()
    told = told_of(rows=Happening.objects.filter(enrolment=enrolment, unit_key=unit_key))
    summary = summed(told, rules_of(course, [unit_key])[unit_key]) if kept and told else None
    if summary is None or summary.done_at is None:
        return False
    keep_summary(enrolment=enrolment, unit_key=unit_key, summary=summary, kept=kept)
    unit_done.send(sender=UnitProgress, enrolment=enrolment, unit_key=unit_key, now=now)
    return True
