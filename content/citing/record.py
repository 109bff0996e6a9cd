"""One practice in one language as plain values: what every way of taking it along is made from. Knows no row of the database."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from uuid import UUID

BREAKS = re.compile(r"</(?:p|li|h[1-6]|div|ul|ol)>|<br\s*/?>", re.IGNORECASE)
TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Term:
    """A word of the taxonomy: its code and its name in the record's language."""

    code: str
    name: str


@dataclass(frozen=True)
class Part:
    """One field of the form that has a text: its key, its label in the record's language, its HTML."""

    key: str
    label: str
    html: str

    @property
    def text(self) -> str:
        """Return the text without marks, a paragraph a line."""
        return plain(self.html)


@dataclass(frozen=True)
class Place:
    """A country with its role."""

    code: str
    name: str
    role: str
    role_name: str


@dataclass(frozen=True)
class Record:
    """One practice in one language. Addresses are whole; `permanent` leads to this very version. Contacts only where they may be shown."""

    key: UUID
    language: str
    title: str
    author: str = ""
    institution: str = ""
    summary: str = ""
    parts: tuple[Part, ...] = ()
    places: tuple[Place, ...] = ()
    regions: tuple[Term, ...] = ()
    themes: tuple[Term, ...] = ()
    targets: tuple[Term, ...] = ()
    instruments: tuple[Term, ...] = ()
    modality: Term = Term("", "")
    sector: Term = Term("", "")
    years: tuple[int | None, int | None] = (None, None)
    amounts: tuple[tuple[str, str, str], ...] = ()  # amount, currency, source
    contacts: tuple[tuple[str, str, str], ...] = ()  # name, mail, address
    materials: tuple[tuple[str, str], ...] = ()  # title, address
    licence: Term = Term("", "")
    licence_address: str = ""
    original_language: str = ""
    rendering: str = "original"
    translator: str = ""
    version: int = 0
    published_at: datetime | None = None
    changed_at: datetime | None = None
    address: str = ""
    permanent: str = ""
    others: dict[str, str] = field(default_factory=dict)  # language -> address of the other renderings
    is_adapted: bool = False
    is_withdrawn: bool = False

    @property
    def creators(self) -> tuple[str, ...]:
        """Return who wrote it, else the institution: people, units and initiatives alike, so never cut into first and last names."""
        names = tuple(" ".join(name.split()) for name in self.author.split(";"))
        return tuple(name for name in names if name) or ((self.institution.strip(),) if self.institution.strip() else ())

    @property
    def is_translation(self) -> bool:
        """Whether another language's text is the work and this one renders it."""
        return self.rendering != "original" or self.original_language not in ("", self.language)


def plain(html: str) -> str:
    """Return the text of a piece of HTML that was made safe before, a paragraph or point a line."""
    lines = unescape(TAGS.sub("", BREAKS.sub("\n", html))).replace("\xa0", " ").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
