"""What happens to mails of news, one verb a file."""

from forums.letters.actions.mail import mail_due, queue_due
from forums.letters.actions.stop import resume, stop

__all__ = ["mail_due", "queue_due", "resume", "stop"]
