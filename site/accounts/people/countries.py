"""Names of countries in the interface languages, read once from a file of our own, and the time zones of a country."""

import json
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import available_timezones

AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def folded(text: str) -> str:
    """Return the text as it sorts: without accents and case."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return plain.casefold().replace("’", "").replace("'", "")


@cache
def _data() -> tuple[list[str], dict[str, list[str]]]:
    held = json.loads((Path(__file__).parent / "countries.json").read_text(encoding="utf-8"))
    return held["languages"], held["names"]


@cache
def names(language: str) -> dict[str, str]:
    """Return code → name in this language (its main variant where the exact one is not held, else English)."""
    languages, held = _data()
    known = language if language in languages else language.partition("-")[0]
    column = languages.index(known if known in languages else "en")
    return {code: row[column] for code, row in held.items()}


@cache
def sorted_names(language: str) -> list[tuple[str, str]]:
    """Return (code, name) in the order in which a reader looks: accents folded."""
    return sorted(names(language).items(), key=lambda pair: folded(pair[1]))


@cache
def codes_by_name() -> dict[str, str]:
    """Return name → code for every country, names in all languages and the codes themselves, folded; what two countries share is none's."""
    _languages, held = _data()
    found: dict[str, str] = {}
    for code, row in held.items():
        for name in {folded(name) for name in row}:
            found[name] = "" if found.get(name, code) != code else code
    return found | {code.casefold(): code for code in held}


@cache
def time_zones() -> tuple[str, ...]:
    """Return the time zones that a person may choose, by area and city; UTC first."""
    return ("UTC", *sorted(name for name in available_timezones() if name.partition("/")[0] in AREAS and "/" in name))


@cache
def _zones_by_country() -> dict[str, str]:
    """Return code → its first time zone; the table names the most peopled ones first."""
    table = files("tzdata") / "zoneinfo" / "zone.tab"
    found: dict[str, str] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, _place, zone = line.split("\t")[:3]
            found.setdefault(code, zone)
    return found


def time_zone_of(country: str) -> str:
    """Return the time zone to begin with for somebody in this country; UTC where none is known."""
    zone = _zones_by_country().get(country, "UTC")
    return zone if zone in time_zones() else "UTC"
