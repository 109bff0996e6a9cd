"""The job that sends one mail."""

from django.utils import timezone
from django_tasks import task

from . import actions


@task()
def deliver(id: int) -> None:
    """Send the mail; a row that has gone, or that another worker has, is left alone."""
    actions.deliver(id=id, now=timezone.now())
