"""Mail servers that bring a worker down: one so slow that another takes the mail for stuck, one that ends it."""

from datetime import timedelta

from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from mail.models import Message


class SlowServer(BaseEmailBackend):
    """Takes mails late."""

    def send_messages(self, email_messages):
        """Let another worker claim the mail first."""
        Message.objects.update(claimed_at=F("claimed_at") + timedelta(hours=1))
        return len(email_messages)


class DeadlyServer(BaseEmailBackend):
    """Ends the worker that talks to it."""

    def send_messages(self, email_messages):
        """End it: nothing after the sending is done."""
        raise SystemExit
