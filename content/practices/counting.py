"""The number of countries that a text names in words, held against those that the record lists. Pure text, no models."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import strip_tags

NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "dois duas two dos deux",
            "três three tres trois",
            "quatro four cuatro quatre",
            "cinco five cinq",
            "seis six",
            "sete seven siete sept",
            "oito eight ocho huit",
            "nove nine nueve neuf",
            "dez ten diez dix",
            "onze eleven once",
            "doze twelve doce douze",
        ),
        start=2,
    )
    for word in words.split()
}
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}"
_BETWEEN = r"(?:[^\W\d_][\w-]*\s+){0,2}?"
_COUNTRIES = re.compile(rf"\b(?P<number>{_NUMBER})\s+{_BETWEEN}(?:countries|países|pays)\b", re.IGNORECASE)
AROUND = 40  # characters shown on either side


class Said(NamedTuple):
    """A number of countries in the text, with the words around it."""

    number: int
    words: str


def countries_said(texts: Iterable[str]) -> list[Said]:
    """Return each number of countries that these texts name, in digits or in words; one of each number."""
    found: dict[int, Said] = {}
    for text in texts:
        plain = " ".join(strip_tags(text.replace("<", " <")).split())
        for match in _COUNTRIES.finditer(plain):
            word = match["number"].lower()
            number = int(word) if word.isdigit() else NUMBERS[word]
            start, end = max(0, match.start() - AROUND), match.end() + AROUND
            found.setdefault(number, Said(number, f"{'…' if start else ''}{plain[start:end].strip()}{'…' if end < len(plain) else ''}"))
    return list(found.values())


def other_numbers(texts: Iterable[str], listed: int) -> list[Said]:
    """Return the numbers of countries in the texts that differ from how many are listed; none where one of them agrees or is absent."""
    said = countries_said(texts)
    return [] if any(one.number == listed for one in said) else said
