"""Mails for tests."""

from datetime import UTC, datetime
from typing import Any

from mail.actions import write
from mail.models import Message

WRITTEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def written(**changes: Any) -> Message:
    """Write a mail as the site does, and return its row as it stands then."""
    words = {"to": "ana@example.org", "kind": "news", "subject": "A reply", "text": "Somebody replied.", "language": "pt", "now": WRITTEN}
    return Message.objects.get(pk=write(**{**words, **changes}).pk)
