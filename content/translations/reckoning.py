"""How a text stands to its original: rows of pages in, verdicts out. No models, no request."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from content.pages.choices import Rendering
from content.translations.choices import State


@dataclass(frozen=True)
class Text:
    """One language's page of a translation key. `is_held`: live and a text of its own, not an alias."""

    id: int
    language: str
    is_held: bool
    published_at: datetime | None
    first_at: datetime | None
    by: int | None
    rendering: str = Rendering.ORIGINAL
    original_language: str = ""


@dataclass(frozen=True)
class Managed:
    """What wagtail-localize holds of a translation: passages of the live original without words, and when the last words came."""

    missing: int
    said_at: datetime | None


@dataclass(frozen=True)
class Verdict:
    """The state of one language, since when, by whom, and how many passages want words."""

    state: State
    since: datetime
    by: int | None
    changed: int = 0


def original_of(texts: Iterable[Text], languages: list[str]) -> Text | None:
    """Return the text that the others render: what calls itself the original, the oldest first; where none does, the oldest text."""
    held = [text for text in texts if text.is_held]
    claiming = [text for text in held if text.rendering == Rendering.ORIGINAL and text.original_language in ("", text.language)]
    order = {code: place for place, code in enumerate(languages)}
    ranked = sorted(claiming or held, key=lambda text: (text.first_at is None, text.first_at or 0, order.get(text.language, len(order))))
    return ranked[0] if ranked else None


def judge(text: Text | None, original: Text, managed: Managed | None, now: datetime) -> Verdict:
    """Return how a text stands. Managed texts are judged by their words, others by the days of publication.

    `now` stands where a date is not known.
    """
    if text is None or not text.is_held:
        return Verdict(State.MISSING, original.first_at or now, original.by)
    published = text.published_at or now
    if managed is not None:
        if managed.missing:
            return Verdict(State.STALE, original.published_at or now, original.by, managed.missing)
        if managed.said_at and managed.said_at > published:
            return Verdict(State.STALE, managed.said_at, text.by)
        return Verdict(State.CURRENT, published, text.by)
    if original.published_at and original.published_at > published:
        return Verdict(State.STALE, original.published_at, original.by)
    return Verdict(State.CURRENT, published, text.by)


def missing_words(wanted: Iterable[tuple[str, str]], said: Mapping[tuple[str, str], Any]) -> int:
    """Return how many of these (path, words) passages nobody has said in the other language."""
    return sum(passage not in said for passage in wanted)
