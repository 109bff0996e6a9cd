"""Jobs: a post is told, mails are written."""

from django.utils import timezone
from django_tasks import task

from forums.letters.actions import mail_due as write_mails
from forums.letters.actions import queue_due
from forums.subscriptions.actions import tell as note_news


@task()
def tell(post_id: int) -> None:
    """Make a post news to those who follow, and queue the mails that are due at once; a post that has gone is left alone."""
    now = timezone.now()
    note_news(post_id=post_id, now=now)
    queue_due(now=now)


@task()
def mail_due() -> None:
    """Write mails that are due, and queue itself again while there are more."""
    write_mails(now=timezone.now())
