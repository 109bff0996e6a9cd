"""What a paper says of itself, in one exact form: the same bytes for who signs and for who checks, here and in a browser."""

import json
import re
from dataclasses import dataclass, fields
from typing import Self
from unicodedata import is_normalized, normalize

FORM = "SSTC1"
NUMBER = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")  # Crockford's base32, 130 bits
KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Unfit(ValueError):
    """These words cannot stand in a proof; the text says which."""


@dataclass(frozen=True)
class Claim:
    """Who was awarded what, and the key that vouches for it.

    `course` is the title in the first language of the paper, `awarded_on` an ISO date.
    """

    number: str
    name: str
    course: str
    edition: str
    awarded_on: str
    kid: str

    def __post_init__(self) -> None:
        for field, form in (("number", NUMBER), ("awarded_on", DATE), ("kid", KEY_ID)):
            if not form.fullmatch(getattr(self, field)):
                raise Unfit(f"{field}: {getattr(self, field)!r}")
        for field in ("name", "course", "edition"):
            if not is_normalized("NFC", getattr(self, field)):
                raise Unfit(f"{field} is not in the composed form of Unicode (NFC)")

    @classmethod
    def of(cls, **words: str) -> Self:
        """Return the claim with its texts composed (NFC): for who signs. Who reads takes them as they stand."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: normalize("NFC", value) if key in known else value for key, value in words.items()})

    def message(self) -> bytes:
        """Return what is signed: a JSON array without spaces, as UTF-8. JavaScript's JSON.stringify writes the same bytes."""
        return written([FORM, self.number, self.name, self.course, self.edition, self.awarded_on, self.kid])

    def payload(self) -> bytes:
        """Return the part of the message that the address of the paper does not say already."""
        return written([self.name, self.course, self.edition, self.awarded_on])


def written(words: list[str]) -> bytes:
    """Return a list of texts as the one JSON that is signed."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
