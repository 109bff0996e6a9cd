"""What was found, on a map: the same question as the library's, counted by country."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.atlas.drawing import Map, Place, draw
from content.atlas.sheets import SLUGS, WORLD, tightest
from content.library.asking import Asked
from content.library.facets import chips
from content.library.queries import Found, find
from content.taxonomy.queries import country_names, group_names, members, region_names, region_tree, regions_above

COMMUNITY = "cplp"  # the one map that is a group's, not a region's


class View(NamedTuple):
    """A map to choose: where it is, how it is called, whether it is the one shown."""

    url: str
    label: str
    is_on: bool


@require_safe
def practice_map(request: HttpRequest) -> TemplateResponse:
    """Show how many of the practices found each country has, as a map and as a table. `view` names a region, a group or the world."""
    language = get_language() or "pt"
    found = find(Asked.read(request.GET), user=request.user, language=language)
    places = places_of(found, language)
    slug = slug_of(request.GET.get("view", ""), found.asked)
    label = _("Map: number of good practices by country")
    drawn = draw(slug, places, label=label)
    context: dict[str, Any] = {
        "found": found,
        "query": found.asked.query,
        "chips": chips(found),
        "map": drawn,
        "rows": [(place.label.rpartition(":")[0], place.number, place.url) for place in places.values()],
        "views": views_on(found.asked, slug, language),
        "outside": _outside(drawn, found.asked),
    }
    response = TemplateResponse(request, "library/map.html", context)
    patch_cache_control(response, private=True)
    return response


def places_of(found: Found, language: str) -> dict[str, Place]:
    """Return what the map says about each country that has practices, in the order of the alphabet; each leads to its list."""
    counts, names, library = found.counts("country"), country_names(language), reverse("library")
    return {
        iso2: Place(number, f"{name}: {number}", f"{library}?{found.asked.only('country', iso2.lower()).query}")
        for iso2, name in names.items()
        if (number := counts.get(iso2.lower(), 0))
    }


def slug_of(view: str, asked: Asked) -> str:
    """Return the map to show: the one named, else the closest to what is asked; anything that there is not is the world."""
    wanted = [view] if view else [*asked.values.get("region", ())[:1], *asked.values.get("group", ())[:1]]
    for name in wanted:
        if name in SLUGS:
            return name
        if codes := _codes_of(name):
            return tightest(codes)
    return WORLD


def _codes_of(name: str) -> list[str]:
    """Return the countries of a region or a group, by its slug."""
    code = next((row.code for row in region_tree() if row.slug == name), None)
    if code:
        return [iso2 for iso2, chain in regions_above().items() if code in chain]
    return members().get(name, [])


def views_on(asked: Asked, slug: str, language: str) -> list[View]:
    """Return the maps to choose from: the world, the community's, the regions in the order of their tree."""
    names = region_names(language)
    named = {row.slug: names[row.code] for row in region_tree() if row.slug in SLUGS}
    if community := group_names(language).get(COMMUNITY):
        named = {WORLD: named.pop(WORLD), COMMUNITY: community, **named} if WORLD in named else {COMMUNITY: community, **named}
    start = f"?{asked.query}&" if asked.query else "?"
    return [View(f"{start}view={name}", label, name == slug) for name, label in named.items()]


def _outside(drawn: Map, asked: Asked) -> tuple[str, str] | None:
    """Return how many countries with practices lie beyond the frame, and the way to the whole world."""
    if not (number := len(drawn.outside)):
        return None
    one, more = "%(n)s country with good practices lies outside this map.", "%(n)s countries with good practices lie outside this map."
    words = ngettext(one, more, number)
    return words % {"n": number}, f"?{asked.query}&view={WORLD}" if asked.query else f"?view={WORLD}"
