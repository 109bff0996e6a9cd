"""What Django or a library mails becomes rows as well."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.translation import get_language

from .actions import write

KIND = "notice"


class RowBackend(BaseEmailBackend):
    """Writes one row for each recipient; nobody sees another's address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the mails and return how many. Raises ValueError for a mail with attachments: rows keep none."""
        for mail in email_messages:
            if mail.attachments:
                raise ValueError("Mails of this site have no attachments: put a link in.")
            for address in mail.recipients():
                self._write(mail, address)
        return len(email_messages)

    def _write(self, mail: EmailMessage, address: str) -> None:
        html = next((str(content) for content, kind in getattr(mail, "alternatives", []) if kind == "text/html"), "")
        language = get_language() or "pt"
        write(
            to=address,
            kind=KIND,
            subject=str(mail.subject),
            text=str(mail.body),
            html=html,
            language=language,
            now=timezone.now(),
            is_essential=True,
        )
