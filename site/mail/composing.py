"""From a row to what travels: the mail with its headers."""

from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from .choices import STOP_HEADER
from .models import Message
from .unsubscribing import stop_url


def composed(message: Message, connection: Any = None) -> EmailMultiAlternatives:
    """Return the mail of a row. Header lines cannot be forged: the row holds one-line values, and Django refuses others once more."""
    headers = {
        **message.headers,
        "Message-ID": message.message_id,
        "Content-Language": message.language,
        "Auto-Submitted": "auto-generated",
    }
    if not message.is_essential:  # RFC 8058: one click in the mail reader, sent as POST; older readers write a mail
        stop = message.headers.get(STOP_HEADER) or stop_url(address=message.to, kind=message.kind, language=message.language)
        headers[STOP_HEADER] = f"<{stop}>, <mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}?subject=unsubscribe>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail = EmailMultiAlternatives(
        message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [message.to], headers=headers, connection=connection
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail
