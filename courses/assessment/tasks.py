"""Jobs: answers graded once more."""

from django.utils import timezone
from django_tasks import task

from courses.assessment.actions import grade_again


@task()
def grade_again_task(regrade_id: int) -> None:
    """Grade answers by a corrected key; one that has gone is left alone."""
    grade_again(regrade_id=regrade_id, now=timezone.now())
