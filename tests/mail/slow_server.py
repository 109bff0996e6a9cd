"""A mail server so slow that the mail counts as stuck and another worker takes it meanwhile."""

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
