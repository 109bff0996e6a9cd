"""The project's own form for pages, and how it becomes fields: no models, no request.

A page is a dict: `key` (its identity), `kind` (`courses.ModulePage`), `slug`, `languages` (the first is the original), `fields`
(plain values), `streams` (lists of one-key dicts: block type → value), `access` (a level, where not open) and `pages` (those below it).
Any value may be told per language: `{"pt": …, "en": …}`; a file that lies beside the form is named `{"paper": "name.mp4"}`.
"""

from html import escape
from typing import Any
from uuid import UUID, uuid5

NAMESPACE = UUID("5f0c8a3e-2f0b-5d55-9c6e-0d6f4a1f7b50")
LANGUAGES = frozenset({"pt", "en", "es", "fr"})

Spec = dict[str, Any]


def identity(key: str) -> UUID:
    """Return the translation key of the page with this key: the same on every site, on every run."""
    return uuid5(NAMESPACE, key)


def in_language(value: Any, language: str) -> Any:
    """Return `value` with everything that is told per language reduced to this one."""
    if isinstance(value, dict):
        if value and value.keys() <= LANGUAGES:
            return value[language]
        return {name: in_language(part, language) for name, part in value.items()}
    if isinstance(value, list):
        return [in_language(part, language) for part in value]
    return value


def blocks(stream: list[dict[str, Any]], *, key: str) -> list[dict[str, Any]]:
    """Return a stream's raw data. Ids come from the key and the position, so a block keeps its id in every language and on every run."""
    return [
        {"type": kind, "value": _value(kind, value, key=f"{key}/{position}"), "id": str(uuid5(NAMESPACE, f"{key}/{position}"))}
        for position, block in enumerate(stream)
        for kind, value in block.items()
    ]


def papers_named(value: Any) -> set[str]:
    """Return the files that are named anywhere in `value`, each by `{"paper": "name.pdf"}`."""
    if name := _paper(value):
        return {name}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {name for part in parts for name in papers_named(part)}


def with_papers(value: Any, rows: dict[str, int]) -> Any:
    """Return `value` with the rows of the files in the place of their names."""
    if name := _paper(value):
        return rows[name]
    if isinstance(value, dict):
        return {name: with_papers(part, rows) for name, part in value.items()}
    return [with_papers(part, rows) for part in value] if isinstance(value, list) else value


def paragraphs(text: str) -> str:
    """Return plain text as HTML, one paragraph for each part between blank lines; HTML stays as it is."""
    if text.startswith("<"):
        return text
    return "".join(f"<p>{escape(part.strip(), quote=False)}</p>" for part in text.split("\n\n"))


def _paper(value: Any) -> str:
    """Return the name of a file where `value` is one, else nothing."""
    return value["paper"] if isinstance(value, dict) and value.keys() == {"paper"} and isinstance(value["paper"], str) else ""


def _value(kind: str, value: Any, *, key: str) -> Any:
    """Return one block's raw value; lists inside get items with ids, as Wagtail stores them."""
    if kind == "prose":
        return paragraphs(value)
    if isinstance(value, dict):
        return {name: _value(name, part, key=f"{key}/{name}") for name, part in value.items()}
    if isinstance(value, list):
        return [
            {"type": "item", "value": _value("item", part, key=f"{key}/{position}"), "id": str(uuid5(NAMESPACE, f"{key}/{position}"))}
            for position, part in enumerate(value)
        ]
    return value
