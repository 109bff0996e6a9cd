"""Why a text is looked at before others read it. Pure functions, so that what holds it and what the queue says are one."""

import re
import unicodedata
from collections.abc import Iterable

from forums.moderation.choices import Why

_LINK = re.compile(r"<a\s[^>]*href=|https?://|www\.", re.IGNORECASE)


def plain(text: str) -> str:
    """Return the text in small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))


def watched_words_in(text: str, words: Iterable[str]) -> list[str]:
    """Return those of these words or phrases that the text has as whole words, whatever their case and accents."""
    said = plain(text)
    return [word for word in words if re.search(rf"(?<!\w){re.escape(plain(word))}(?!\w)", said)]


def has_watched_word(text: str, words: Iterable[str]) -> bool:
    """Return whether the text has one of these words or phrases."""
    return bool(watched_words_in(text, words))


def has_link(text: str) -> bool:
    """Return whether the text leads somewhere."""
    return _LINK.search(text) is not None


def why_look(text: str, *, words: Iterable[str], is_known: bool, checks_first_posts: bool) -> list[Why]:
    """Return why a moderator reads this before others do; none where they need not.

    `is_known`: others have read something of this person's. New people's links wait even where their first posts do not.
    """
    why = [Why.WORD] if has_watched_word(text, words) else []
    if not is_known and has_link(text):
        why.append(Why.LINK)
    if not is_known and checks_first_posts:
        why.append(Why.FIRST)
    return why
