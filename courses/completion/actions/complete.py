"""A course is completed."""

from datetime import datetime

from django.db import transaction

from courses.completion.models import Completion
from courses.completion.queries import completable, course_outline, progress_of
from courses.completion.signals import course_completed
from courses.completion.standing import is_reached, quiz_percent
from courses.enrolment.models import Enrolment
from courses.syllabus.outlining import CourseOutline


@transaction.atomic
def complete(*, enrolment: Enrolment, now: datetime, course: CourseOutline | None = None) -> Completion | None:
    """Complete the course for one who takes part, where its rule holds and she has not yet. Returns a new completion, or None.

    What arrives late (a corrected key, a message that a moderator lets through) completes nobody who has left, or whose edition is closed.
    Announced once. Never taken back: what changes in the course afterwards leaves it valid.
    """
    asked = course or course_outline(enrolment.edition.course_key)
    progress = progress_of(enrolment)
    if not is_reached(asked, progress):
        return None
    if completable().select_for_update(no_key=True, of=("self",)).filter(pk=enrolment.pk).first() is None:
        return None
    row, is_new = Completion.objects.get_or_create(
        enrolment=enrolment, defaults={"completed_at": now, "percent": quiz_percent(asked, progress)}
    )
    if not is_new:
        return None
    course_completed.send(sender=Completion, completion=row, now=now)
    return row
