"""Whom a text names with @: people of the same topic, by name or by a first name that only one of them bears."""

import re
import unicodedata
from collections.abc import Iterable

_AT = re.compile(r"(?<![\w@/.])@(?=\w)")
MOST = 20  # people that one post may call


def named(text: str, people: Iterable[tuple[int, str]]) -> list[int]:
    """Return the ids of those of these people (id, name) whom the text calls, in any case and with or without accents."""
    known = {id: _plain(name) for id, name in people if name.strip()}
    by_name: dict[str, set[int]] = {}
    for id, name in known.items():
        for word in {name, name.split()[0]}:
            by_name.setdefault(word, set()).add(id)
    plain = _plain(text)
    found: list[int] = []
    for match in _AT.finditer(plain):
        rest = plain[match.end() :]
        called = [name for name in by_name if rest.startswith(name) and not rest[len(name) : len(name) + 1].isalnum()]
        ids = by_name[max(called, key=len)] if called else set()
        if len(ids) == 1:
            found += [id for id in ids if id not in found]
    return found[:MOST]


def _plain(text: str) -> str:
    """Return the text in small letters without accents, runs of spaces as one."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
