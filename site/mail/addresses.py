"""Addresses: made alike, hidden, and checked. Pure functions and settings."""

import re
import unicodedata
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
# What the site writes itself; nobody may write them a second time.
OWN_HEADERS = {
    "from", "to", "cc", "bcc", "sender", "subject", "date", "message-id", "reply-to", "return-path", "mime-version",
    "content-type", "content-transfer-encoding", "content-language", "list-unsubscribe", "list-unsubscribe-post", "auto-submitted",
}  # fmt: skip


def host() -> str:
    """Return the name of this site in the addresses of its mails."""
    return settings.SITE_URL.partition("://")[2].partition("/")[0].partition(":")[0]


def normalised(address: str) -> str:
    """Return the address as it is compared: no spaces around, one form of each letter, small letters."""
    return unicodedata.normalize("NFKC", address).strip().casefold()


def hidden(address: str) -> str:
    """Return what stands for an address on the list of those that get no mail. Not keyed: it outlives a change of the secret key."""
    return sha256(f"mail:{normalised(address)}".encode()).hexdigest()


def checked_address(address: str) -> str:
    """Return the address. Raises ValidationError for what is not one, a line break above all."""
    address = address.strip()
    validate_email(address)
    if len(address) > 254:
        raise ValidationError("An address has 254 characters at most.")
    return address


def one_line(text: str, *, longest: int = 250) -> str:
    """Return the text as one line: every control character and run of spaces becomes one space."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join(plain.split())[:longest]


def checked_headers(headers: dict[str, str]) -> dict[str, str]:
    """Return the headers. Raises ValidationError for a name that is none or the site's own, and for a value with a line break."""
    for name, value in headers.items():
        if not HEADER_NAME.fullmatch(name) or name.lower() in OWN_HEADERS:
            raise ValidationError(f"Not a header of ours: {name!r}")
        if value != one_line(value, longest=900):
            raise ValidationError(f"Not one line: the header {name}")
    return dict(headers)
