"""What is held of a page in each language, and what a reader is told about the text: plain values, no models."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from content.pages.choices import Rendering


@dataclass(frozen=True)
class Row:
    """One page of those that share a translation key."""

    id: int
    code: str
    url_path: str
    is_live: bool
    alias_of: int | None
    published_at: datetime | None
    rendering: str = Rendering.ORIGINAL


class Step(tuple[str, str]):
    """A title and the address behind it; `code` is the language of the title where it is not the reader's, else empty."""

    code: str

    def __new__(cls, title: str, url: str, code: str = "") -> "Step":
        """Make the pair; the code is an attribute, so that templates may unpack the two."""
        step = super().__new__(cls, (title, url))
        step.code = code
        return step


@dataclass(frozen=True)
class Held:
    """One language of the menu: where it leads and whether a text is held there."""

    code: str
    url: str
    is_held: bool
    is_here: bool


def source_of(here: Row, rows: Iterable[Row]) -> Row:
    """Return the row whose text is shown at `here`: itself, or what it is an alias of, at the end of the chain."""
    known: Mapping[int, Row] = {row.id: row for row in rows}
    seen = {here.id}
    while here.alias_of is not None and here.alias_of in known and here.alias_of not in seen:
        here = known[here.alias_of]
        seen.add(here.id)
    return here


@dataclass(frozen=True)
class Provenance:
    """Where a text comes from, as a reader is told."""

    rendering: str
    original: str
    translator: str
    version: str
    is_source_held: bool
    is_stale: bool

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to say: an original that we hold goes without saying."""
        return self.is_translation or not self.is_source_held

    @property
    def is_translation(self) -> bool:
        """Whether the text renders another one."""
        return self.rendering != Rendering.ORIGINAL

    @property
    def is_official(self) -> bool:
        """Whether whoever wrote the original answers for the translation."""
        return self.rendering == Rendering.OFFICIAL

    @property
    def is_machine(self) -> bool:
        """Whether no person has translated it."""
        return self.rendering == Rendering.MACHINE


def is_stale(here: Row, original_code: str, rows: Iterable[Row]) -> bool:
    """Return whether the original, held here in `original_code`, was published again after this translation of it."""
    original = next((row for row in rows if row.code == original_code and row.is_live and not row.alias_of and row.id != here.id), None)
    return bool(original and original.published_at and here.published_at and original.published_at > here.published_at)
