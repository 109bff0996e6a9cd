"""Questions about the taxonomy, asked once until somebody edits it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from django.core.cache import cache

from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.taxonomy.sorting import plain as plain

GENERATION = "taxonomy:generation"
KEEP = 60 * 60  # seconds
T = TypeVar("T")


class RegionRow(NamedTuple):
    """One region as lists and counts need it."""

    pk: int
    code: str
    slug: str
    level: str
    parent: int | None


def remembered(name: str, ask: Callable[[], T]) -> T:
    """Return what `ask` answers, asked once until the taxonomy changes; plain values only."""
    key = f"taxonomy:{cache.get(GENERATION, 0)}:{name}"
    kept: tuple[T] | None = cache.get(key)
    if kept is None:
        kept = (ask(),)
        cache.set(key, kept, KEEP)
    return kept[0]


def _names(rows: Iterable[Any], key: str, language: str) -> dict[Any, str]:
    named = {getattr(row, key): row.name_in(language) for row in rows}
    return dict(sorted(named.items(), key=lambda item: plain(item[1])))


def country_names(language: str) -> dict[str, str]:
    """Return the name of each country in this language by its ISO code, in the order of the alphabet."""
    return remembered(f"countries:{language}", lambda: _names(Country.objects.all(), "iso2", language))


def group_names(language: str) -> dict[str, str]:
    """Return the name of each group of countries by its slug, in the order of the alphabet."""
    return remembered(f"groups:{language}", lambda: _names(CountryGroup.objects.all(), "slug", language))


def theme_names(language: str) -> dict[str, str]:
    """Return the name of each theme by its slug, in the order of the alphabet."""
    return remembered(f"themes:{language}", lambda: _names(Theme.objects.all(), "slug", language))


def target_names(language: str) -> dict[str, str]:
    """Return our short wording of each SDG target by its number, in the order of the goals."""
    rows = SdgTarget.objects.order_by("position", "pk")
    return remembered(f"targets:{language}", lambda: {row.code: row.name_in(language) for row in rows})


def instrument_names(language: str) -> dict[str, str]:
    """Return the title of each instrument by its code, in the editors' order."""
    rows = Instrument.objects.order_by("position", "pk")
    return remembered(f"instruments:{language}", lambda: {row.code: row.name_in(language) for row in rows})


def codes(model: type[Any], key: str) -> dict[int, str]:
    """Return what each row of a model of the taxonomy is called outside, by its id: `codes(Country, "iso2")`."""
    return remembered(f"codes:{model.__name__}:{key}", lambda: dict(model.objects.values_list("pk", key)))


def region_names(language: str) -> dict[str, str]:
    """Return the name of each region by its M49 code, in the order of the tree."""
    return remembered(f"regions:{language}", lambda: {row.code: row.name_in(language) for row in Region.objects.order_by("position", "pk")})


def region_tree() -> list[RegionRow]:
    """Return all regions, parents before what is below them."""
    rows = Region.objects.order_by("position", "pk").values_list("pk", "code", "slug", "level", "parent_id")
    return remembered("regions", lambda: [RegionRow(*row) for row in rows])


def regions_within(region: int) -> list[int]:
    """Return the ids of this region and of all below it."""
    found = [region]
    for row in region_tree():
        if row.parent in found:
            found.append(row.pk)
    return found


def countries_of(region: Region) -> list[str]:
    """Return the ISO codes of the countries in this region and in all below it."""
    within = set(regions_within(region.pk))
    return [iso2 for iso2, home in home_regions().items() if home in within]


def home_regions() -> dict[str, int]:
    """Return the id of the lowest region of each country by its ISO code."""
    return remembered("homes", lambda: dict(Country.objects.values_list("iso2", "region_id")))


def regions_above() -> dict[str, list[str]]:
    """Return for each country the codes of all regions that hold it, the lowest first, the world left out."""
    return remembered("chains", _chains)


def members() -> dict[str, list[str]]:
    """Return the ISO codes of the members of each group by its slug."""
    return remembered("members", _members)


def _chains() -> dict[str, list[str]]:
    tree = {row.pk: row for row in region_tree()}
    chains: dict[str, list[str]] = {}
    for iso2, home in home_regions().items():
        chain, row = [], tree.get(home)
        while row is not None and row.parent is not None:
            chain.append(row.code)
            row = tree.get(row.parent)
        chains[iso2] = chain
    return chains


def _members() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {slug: [] for slug in CountryGroup.objects.values_list("slug", flat=True)}
    for slug, iso2 in CountryGroup.members.through.objects.order_by("country__iso2").values_list("countrygroup__slug", "country__iso2"):
        found[slug].append(iso2)
    return found
