"""Figures worth showing by themselves, and the years that they speak of."""

import re

SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ¿¡“\"])")
SIZES = (
    r"(?:millions?|billions?|trillions?|thousand|milhões|milhão|mil milhões|mil|millones|millón|mil millones|millions?|milliards?|mille)"
)
FIGURE = re.compile(
    rf"(?<![\w.,])\d{{1,3}}(?:[ .,]\d{{3}})*(?:[.,]\d+)?\s*(?:{SIZES}\b|%|per cent\b|percent\b|por cento\b|por ciento\b|pour cent\b)",
    re.IGNORECASE,
)
YEARS = re.compile(r"\b((?:19|20)\d{2})\s*(-|–|—|to|a|à|e|y|et|and)\s*((?:19|20)\d{2})\b")
PERIOD_LINE = re.compile(r"^\(?\s*(?:19|20)\d{2}\s*(?:-|–|—|to|a|à)\s*(?:(?:19|20)\d{2})?\s*\)?\s*:?$")
PERIOD_END = re.compile(r"\s*\(((?:19|20)\d{2}\s*(?:-|–|—|to|a|à)\s*(?:(?:19|20)\d{2})?)\s*\)\s*:?$")


def read_figure(text: str) -> tuple[str, str]:
    """Return the first figure of `text` and the period that the same sentence names; either may be empty."""
    for sentence in SENTENCE.split(text):
        if figure := FIGURE.search(sentence):
            years = YEARS.search(sentence)
            return figure[0], years[0] if years else ""
    return "", ""


def is_period(text: str) -> bool:
    """Say whether a line holds nothing but a stretch of years."""
    return PERIOD_LINE.match(text) is not None


def period_at_end(text: str) -> tuple[int, str] | None:
    """Return where a stretch of years in brackets begins at the end of a heading, and the years."""
    found = PERIOD_END.search(text)
    return (found.start(), found[1]) if found else None
