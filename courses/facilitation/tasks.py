"""Jobs: the mails of a message are written."""

from django.utils import timezone
from django_tasks import task

from courses.facilitation import actions


@task()
def send_message(act_id: int) -> None:
    """Write the mails of a facilitator's message; one that has gone is left alone."""
    actions.send_message(act_id=act_id, now=timezone.now())
