"""A course is completed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from courses.catalogue.models import CoursePage
from courses.completion.models import Completion
from courses.completion.queries import course_of_unit, course_outline, progress_of
from courses.completion.signals import course_completed
from courses.completion.standing import is_reached, quiz_percent
from courses.enrolment.models import Enrolment
from courses.syllabus.outlining import CourseOutline


@transaction.atomic
def complete(*, enrolment: Enrolment, now: datetime, course: CourseOutline | None = None) -> Completion | None:
    """Complete the course for one who takes part, where its rule holds and she has not yet. Returns a new completion, or None.

    Announced once. Never taken back: what changes in the course afterwards leaves it valid.
    """
    asked = course or course_outline(enrolment.edition.course_key)
    progress = progress_of(enrolment)
    if not is_reached(asked, progress) or Completion.objects.filter(enrolment=enrolment).exists():
        return None
    row, is_new = Completion.objects.get_or_create(
        enrolment=enrolment, defaults={"completed_at": now, "percent": quiz_percent(asked, progress)}
    )
    if not is_new:
        return None
    course_completed.send(sender=Completion, completion=row, now=now)
    return row


def complete_all(*, key: UUID, now: datetime) -> int:
    """Complete the course for all who take part and have nothing left to do, after its pages have changed. Returns how many there were.

    `key`: translation key of the course, or of one of its units. Each person is a transaction of her own; closed editions stay as they are.
    """
    course_key = key if CoursePage.objects.filter(translation_key=key).exists() else course_of_unit(key)
    if course_key is None:
        return 0
    rows = Enrolment.objects.active().filter(edition__course_key=course_key, edition__closed_at=None, completion=None)
    course = course_outline(course_key)
    return sum(complete(enrolment=row, course=course, now=now) is not None for row in rows.filter(units__isnull=False).distinct())
