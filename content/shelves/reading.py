"""What a practice says, as the names of the shelves it stands on. Pure: no models, no request."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from content.search.analysis import folded, words_of
from content.shelves.choices import ANYWHERE, LINKED, MOST_YEARS, SUMMARY, TITLE, facet_shelf, word_shelf

TITLE_LENGTH = 80


@dataclass(frozen=True)
class Wording:
    """A practice in one language."""

    title: str
    summary: str
    body: str


@dataclass
class Facts:
    """A practice as the index reads it. `linked` gives, by facet, the ids of rows of the taxonomy."""

    texts: dict[str, Wording]
    level: str
    linked: Mapping[str, Iterable[int]] = field(default_factory=dict)
    modality: str = ""
    sector: str = ""
    starts_year: int | None = None
    ends_year: int | None = None
    is_adapted: bool = False


def names_of(facts: Facts) -> set[str]:
    """Return every shelf that a practice stands on."""
    names = {facet_shelf(*facts.level.split(":", 1))}
    names |= {facet_shelf(facet, id) for facet in LINKED for id in facts.linked.get(facet, ())}
    names |= {facet_shelf(name, value) for name, value in (("modality", facts.modality), ("sector", facts.sector)) if value}
    names |= {facet_shelf("year", year) for year in years(facts.starts_year, facts.ends_year)}
    names |= {facet_shelf("language", language) for language in facts.texts}
    if facts.is_adapted:
        names.add(facet_shelf("adapted", "yes"))
    for language, wording in facts.texts.items():
        names |= _word_names(language, wording)
    return names


def _word_names(language: str, wording: Wording) -> set[str]:
    titles, summary, body = (set(stems(text, language)) for text in (wording.title, wording.summary, wording.body))
    kinds = ((TITLE, titles), (SUMMARY, summary), (ANYWHERE, titles | summary | body))
    return {word_shelf(kind, language, stem) for kind, found in kinds for stem in found}


def stems(text: str, language: str) -> list[str]:
    """Return the stems of a text in their order."""
    return [word.stem for word in words_of(text, language) if word.stem]


def laid_out(wording: Wording, language: str) -> str:
    """Return the stems of a whole text with spaces around each; where one part of it ends, a phrase ends."""
    parts = [wording.title, wording.summary, *wording.body.splitlines()]
    lines = (" ".join(stems(part, language)) for part in parts)
    return "".join(f" {line} \n" for line in lines if line)


def years(first: int | None, last: int | None) -> range:
    """Return the years of a period, bounded; a period that goes on counts for the year in which it began."""
    first = first or last
    if first is None:
        return range(0)
    return range(first, min(max(last or first, first), first + MOST_YEARS - 1) + 1)


def sort_titles(texts: Mapping[str, Wording], languages: Iterable[str]) -> dict[str, str]:
    """Return by which title a practice stands in the alphabet of each language: its own there, else one that it has."""
    fallback = next((texts[code].title for code in ("en", "pt", "es", "fr") if code in texts), "")
    return {code: folded(texts[code].title if code in texts else fallback).strip()[:TITLE_LENGTH] for code in languages}
