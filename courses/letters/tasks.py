"""Jobs: mails to learners are written."""

from django.utils import timezone
from django_tasks import task

from courses.letters import actions


@task()
def write_due() -> None:
    """Write mails that are due, and queue itself again while there are more."""
    actions.write_due(now=timezone.now())
