"""The way out: a mail server, and what its refusals mean. No models."""

import smtplib
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection


@dataclass(frozen=True)
class Refusal:
    """Why a mail did not go out; whether it never will; whether the address does not exist."""

    reason: str
    is_final: bool = False
    is_unknown: bool = False


def is_set() -> bool:
    """Say whether there is a mail server; without one mails are kept here."""
    return bool(settings.MAIL_TRANSPORT)


def opened() -> Any:
    """Return a connection to the mail server, not opened yet."""
    return get_connection(**settings.MAIL_TRANSPORT)


def send(mail: EmailMultiAlternatives) -> None:
    """Hand the mail over. Raises what the server or the network raise."""
    mail.send(fail_silently=False)


def judged(error: Exception) -> Refusal:
    """Say what an error of sending means.

    Final is only what speaks of this mail: its recipient or content refused for good (5xx), or unsendable. A wrong
    password, a refused sender or no network speak of the set-up and pass once it is mended.
    """
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, text = next(iter(error.recipients.values()))
            return _answer("Recipient refused", code, text, is_final=code >= 500)
        case smtplib.SMTPDataError():
            return _answer("Content refused", error.smtp_code, error.smtp_error, is_final=error.smtp_code >= 500)
        case smtplib.SMTPResponseException():
            return _answer(type(error).__name__, error.smtp_code, error.smtp_error, is_final=False)
        case OSError():  # among them a certificate that is refused, which Python also calls a ValueError
            return Refusal(f"{type(error).__name__}: {error}")
        case ValueError():
            return Refusal(f"Cannot be sent: {error}", is_final=True)
    return Refusal(f"{type(error).__name__}: {error}")


def _answer(what: str, code: int, text: bytes | str, *, is_final: bool) -> Refusal:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    # RFC 3463: 5.1.x is a bad address; other refusals (full, too large, blocked) say nothing about whether it exists.
    return Refusal(f"{what}: {code} {words}", is_final=is_final, is_unknown=is_final and words.lstrip().startswith("5.1."))
