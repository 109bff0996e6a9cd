"""Draw a map from numbers: every country that has one is a link, and so is its dot where the country is small."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from content.atlas.dots import Spot, spread
from content.atlas.shading import Shade, shade_of, shades
from content.atlas.sheets import Sheet, sheet


class Place(NamedTuple):
    """What a map says about a country: its number, how it is read aloud, and where it leads."""

    number: int
    label: str
    url: str


class Map(NamedTuple):
    """A map that is drawn. `outside` are the countries with a number that lie beyond its frame."""

    svg: SafeString
    key: list[Shade]
    outside: list[str]


@lru_cache(maxsize=64)
def _dots(slug: str, codes: frozenset[str]) -> dict[str, Spot]:
    """Return where the dots of these countries go; what is coloured and wide keeps room for a finger, too."""
    drawn = sheet(slug)
    lands = {code: drawn.lands[code] for code in sorted(codes)}
    wide = [(land.x, land.y) for land in lands.values() if land.is_wide]
    small = {code: (float(land.x), float(land.y)) for code, land in lands.items() if not land.is_wide}
    return spread(small, around=wide, width=drawn.width, height=drawn.height)


def draw(slug: str, places: Mapping[str, Place], *, label: str) -> Map:
    """Draw the map of this name (the world, where there is none). Places go by ISO code, their order is that of the keyboard."""
    drawn = sheet(slug)
    shown = {code: place for code, place in places.items() if code in drawn.lands and place.number > 0}
    key = shades(place.number for place in shown.values())
    dots = _dots(drawn.slug, frozenset(shown))
    parts = [_ground(drawn, shown, dots, key)]
    parts += [_country(drawn, code, place, shade_of(place.number, key)) for code, place in shown.items() if code not in dots]
    parts.append("</g>")
    parts.append(_ties(drawn, dots))
    parts += [_dot(dots[code], place, shade_of(place.number, key)) for code, place in shown.items() if code in dots]
    opening = format_html('<svg class="atlas" viewBox="0 0 {} {}" role="group" aria-label="{}">', drawn.width, drawn.height, label)
    svg = mark_safe(f"{opening}{''.join(parts)}</svg>")  # noqa: S308 - made of our own shapes; what comes from outside is escaped
    return Map(svg, key, [code for code, place in places.items() if code not in drawn.lands and place.number > 0])


def _ground(drawn: Sheet, shown: Mapping[str, Place], dots: Mapping[str, Spot], key: list[Shade]) -> str:
    """Return the land below all links: what has no number, and small countries in their shade."""
    plain = drawn.rest + "".join(land.d for code, land in drawn.lands.items() if code not in shown)
    paths = f'<g transform="scale(.5)"><path class="land" d="{plain}"/>'
    for shade in key:
        small = "".join(drawn.lands[code].d for code in dots if shade_of(shown[code].number, key) == shade.number)
        paths += f'<path class="shade-{shade.number}" d="{small}"/>' if small else ""
    return paths


def _country(drawn: Sheet, code: str, place: Place, shade: int) -> str:
    return _link(place, shade, f'<path d="{drawn.lands[code].d}"/>')


def _dot(spot: Spot, place: Place, shade: int) -> str:
    x, y = spot
    return _link(place, shade, f'<circle class="reach" cx="{x:g}" cy="{y:g}" r="12"/><circle cx="{x:g}" cy="{y:g}" r="6"/>')


def _link(place: Place, shade: int, drawing: str) -> str:
    url, label = conditional_escape(place.url), conditional_escape(place.label)
    return f'<a href="{url}" class="shade-{shade}"><title>{label}</title>{drawing}</a>'


def _ties(drawn: Sheet, dots: Mapping[str, Spot]) -> str:
    """Return threads from dots that had to move to the places they stand for."""
    moved = [(drawn.lands[code], spot) for code, spot in dots.items() if spot != (drawn.lands[code].x, drawn.lands[code].y)]
    lines = "".join(f"M{land.x} {land.y}L{x:g} {y:g}" for land, (x, y) in moved)
    return f'<path class="tie" d="{lines}"/>' if lines else ""
