"""The values of each facet in one language: key in the address, label, and the sets that it is made of; asked once until they change."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from content.library.choices import FACETS
from content.pages.addresses import content_code
from content.pages.speech import language_name
from content.practices.choices import Modality, Sector
from content.search.analysis import STEMMERS, folded, stems_asked
from content.shelves.memory import Memory
from content.shelves.sets import BitMap
from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme

SPOKEN = ("country", "group", "region", "theme", "instrument")  # facets whose names are words that one may look for


class Value(NamedTuple):
    """One value: `parts` are the names of the sets it is the union of; `above` the key of the value that it stands below."""

    key: str
    label: str
    parts: tuple[str, ...]
    above: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Values:
    """All values of all facets, by facet and key, in the order in which they are shown; years are not known beforehand."""

    language: str
    by_facet: dict[str, dict[str, Value]]

    def get(self, facet: str, key: str) -> Value | None:
        """Return a value, or None for one that there is not."""
        if facet == "year":
            return year_value(key) if len(key) == 4 and key.isascii() and key.isdecimal() else None
        return self.by_facet[facet].get(key)

    @cached_property
    def spoken(self) -> dict[str, list[tuple[str, ...]]]:
        """Return, by stem, the sets of the values in whose names that word stands: who looks for “Brasil” finds practices from there."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        code = content_code(self.language)
        for facet in SPOKEN:
            for value in self.by_facet[facet].values():
                for stem in stems_asked(value.label, code if code in STEMMERS else "en"):
                    found[stem].append(value.parts)
        return dict(found)


_kept: dict[str, tuple[tuple[UUID, int], Values]] = {}


def values_in(language: str, memory: Memory) -> Values:
    """Return the values as they read in this language; seven queries once a process, and again when the taxonomy was edited."""
    mark = (memory.epoch, memory.labels)
    kept = _kept.get(language)
    if kept is None or kept[0] != mark:
        kept = _kept[language] = (mark, _read(language))
    return kept[1]


def set_of(value: Value, memory: Memory) -> BitMap:
    """Return the practices that have this value."""
    return memory.of_any(value.parts)


def year_value(key: str) -> Value:
    """Return the value of a year."""
    return Value(key, key, (f"year:{key}",))


def years_held(memory: Memory) -> list[Value]:
    """Return the years that practices have, the latest first."""
    return memory.once("years", lambda: [year_value(name[5:]) for name in sorted(memory.sets, reverse=True) if name.startswith("year:")])


def _read(language: str) -> Values:
    with override(language):
        countries = sorted(Country.objects.all(), key=lambda row: folded(row.name))
        return Values(
            language,
            {
                **{facet: {} for facet in FACETS},
                **_places(countries),
                "theme": _keyed(_trees(Theme.objects.in_order(), lambda row: [f"theme:{row.pk}"])),
                "target": _keyed(Value(row.code, str(row), (f"target:{row.pk}",)) for row in SdgTarget.objects.in_order()),
                "instrument": _keyed(
                    Value(row.code.casefold(), str(row), (f"instrument:{row.pk}",)) for row in Instrument.objects.in_order()
                ),
                "modality": _keyed(Value(str(one), str(one.label), (f"modality:{one}",)) for one in Modality),
                "sector": _keyed(Value(str(one), str(one.label), (f"sector:{one}",)) for one in Sector),
                "language": _keyed(Value(code, language_name(code), (f"language:{code}",)) for code in _codes()),
                "adapted": _keyed([Value("yes", _("Has been adapted"), ("adapted:yes",))]),
            },
        )


def _places(countries: list[Country]) -> dict[str, dict[str, Value]]:
    """Return regions with all countries below them, countries below their region, and groups with their members."""
    at_home: dict[int, list[str]] = defaultdict(list)
    for country in countries:
        at_home[country.region_id].append(f"country:{country.pk}")
    regions = _trees(Region.objects.in_order(), lambda row: at_home[row.pk])
    home = {row.pk: row.slug for row in Region.objects.all()}
    members: dict[int, list[str]] = defaultdict(list)
    for group, country in CountryGroup.members.through.objects.order_by("country_id").values_list("countrygroup_id", "country_id"):
        members[group].append(f"country:{country}")
    groups = sorted(CountryGroup.objects.all(), key=lambda row: folded(row.name))
    return {
        "region": _keyed(value for value in regions if value.depth),  # the world is no filter
        "country": _keyed(Value(row.iso2.casefold(), row.name, (f"country:{row.pk}",), home[row.region_id]) for row in countries),
        "group": _keyed(Value(row.slug, row.name, tuple(members[row.pk])) for row in groups),
    }


def _trees(rows: Iterable[Any], own: Callable[[Any], list[str]]) -> list[Value]:
    """Return the rows of a tree in its order, each with all that stands below it. A row that is its own ancestor ends the way up."""
    held = {row.pk: row for row in rows}
    below: dict[int | None, list[Any]] = defaultdict(list)
    for row in held.values():
        below[row.parent_id].append(row)

    def parts(row: Any, seen: frozenset[int]) -> list[str]:
        if row.pk in seen:
            return []
        return [*own(row), *(name for child in below[row.pk] for name in parts(child, seen | {row.pk}))]

    def walk(row: Any, depth: int, above: str) -> Iterable[Value]:
        yield Value(row.slug, row.name, tuple(parts(row, frozenset())), above, depth)
        for child in below[row.pk]:
            yield from walk(child, depth + 1, row.slug)

    return [value for top in below[None] for value in walk(top, 0, "")]


def _keyed(values: Iterable[Value]) -> dict[str, Value]:
    return {value.key: value for value in values}


def _codes() -> list[str]:
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
