"""A filled form, read into answers and what is left over."""

from dataclasses import dataclass
from typing import Any

from content.questionnaire.filled import read_filled
from content.questionnaire.form import Answers, tidied
from content.reading.decoding import Unreadable
from content.sorting.landing import Unfit

MOST_BYTES = 10 * 2**20
FACTS = {
    "country_roles": "countries",
    "theme_links": "themes",
    "target_links": "targets",
    "instrument_links": "instruments",
    "contacts": "contacts",
    "materials": "materials",
    "amounts": "amounts",
    "acronyms": "acronyms",
}


@dataclass(frozen=True)
class TakenIn:
    """What a file said. `leftovers`: {text, key}; with a key where the words seem to be the torn tail of that answer."""

    language: str
    answers: Answers
    leftovers: list[dict[str, str]]


def taken_in(file: Any, *, language: str = "") -> TakenIn:
    """Read an uploaded form. Raises Unreadable or Unfit with a sentence."""
    read = read_filled(data=file.read(MOST_BYTES + 1), name=file.name or "", language=language)
    facts = {key: getattr(read, name, []) for key, name in FACTS.items()}
    joins = [{"text": text, "key": key} for key, text in read.joins]
    torn = {row["text"] for row in joins}
    leftovers = [*joins, *({"text": text, "key": ""} for text in read.leftovers if text not in torn)]
    return TakenIn(read.language, tidied({**read.values, **{key: rows for key, rows in facts.items() if rows}}), leftovers)


__all__ = ["TakenIn", "Unfit", "Unreadable", "taken_in"]
