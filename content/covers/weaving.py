"""Draw the woven bands: one tile for each page, one cloth for each course.

A band is a stack of rows. Each row repeats one of nine figures that weavers of many countries share (teeth, lozenge, eye, check, zigzag,
steps, cross, bars, thread). Ground, threads and order come from the SHA-256 of the key: the same key gives the same bytes everywhere.

The tile has no viewBox, so one file serves as strip, poster, square and background at any width. Colours are presentation attributes
(no style element: nothing for a content policy to refuse) and are the same by day and by night.
"""

from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

WIDTH = 8  # grid units in a tile; every figure divides it
COTTON, INDIGO, NIGHT = "#f3eee0", "#34306e", "#1f1d42"
MANGO, EARTH, LEAF, PLUM = "#e3a63a", "#b5502f", "#2f6a52", "#6b2a4b"
# ground, main thread, second thread: chosen by eye, each readable as a drawing
DYES = [
    (INDIGO, COTTON, MANGO),
    (LEAF, COTTON, MANGO),
    (EARTH, COTTON, NIGHT),
    (COTTON, INDIGO, EARTH),
    (MANGO, NIGHT, COTTON),
    (PLUM, COTTON, MANGO),
    (NIGHT, MANGO, COTTON),
    (COTTON, LEAF, INDIGO),
]
STRIP_WIDTH, STRIP_HEIGHT = 16, 60


def repeat(step: int, piece: str) -> str:
    """Return the piece (drawn from the current point) at every `step` units of the tile."""
    return "".join(f"M{x} {{y}}{piece}" for x in range(0, WIDTH, step))


# name: (height in units, path with {y} as the row's top)
FIGURES = {
    "teeth": (4, repeat(8, "l4 4 4-4z")),
    "lozenge": (8, repeat(8, "m4 0 4 4-4 4-4-4z")),
    "eye": (8, repeat(8, "m4 0 4 4-4 4-4-4zm0 2-2 2 2 2 2-2z")),
    "check": (4, repeat(4, "h2v2h-2zm2 2h2v2h-2z")),
    "zigzag": (5, repeat(8, "l4 3 4-3v2l-4 3-4-3z")),
    "steps": (4, repeat(8, "h8v1h-1v1h-1v1h-1v1h-2v-1h-1v-1h-1v-1h-1z")),
    "cross": (3, repeat(4, "m2 0h1v1h1v1h-1v1h-1v-1h-1v-1h1z")),
    "bars": (3, repeat(4, "m1 0h2v3h-2z")),
    "thread": (1, "M0 {y}h8v.6h-8z"),
}
HEROES = ["eye", "lozenge", "steps", "zigzag"]
FILLERS = ["teeth", "check", "cross", "bars"]


class Band(NamedTuple):
    """A ground colour, rows of (figure, top in units, colour), and the height in units after which all repeats."""

    ground: str
    rows: list[tuple[str, int, str]]
    height: int


def band(key: str) -> Band:
    """Return what the band of a key is woven of."""
    seed = sha256(key.encode()).digest()
    ground, main, second = DYES[seed[21] % len(DYES)]
    hero, other = HEROES[seed[1] % 4], HEROES[(seed[1] + 1 + seed[2] % 3) % 4]
    rows, y = [], 1
    for name, colour in [("thread", second), (FILLERS[seed[3] % 4], second), ("thread", second), (hero, main), (other, main)]:
        rows.append((name, y, colour))
        y += FIGURES[name][0] + 1
    return Band(ground, rows, y)


def pattern(key: str, ident: str, attributes: str) -> str:
    """Return the band as an SVG pattern element."""
    woven = band(key)
    paths: dict[str, str] = {}
    for name, y, colour in woven.rows:
        paths[colour] = paths.get(colour, "") + FIGURES[name][1].replace("{y}", str(y))
    drawn = "".join(f'<path fill="{colour}" d="{path}"/>' for colour, path in paths.items())
    ground = f'<path fill="{woven.ground}" d="M0 0h{WIDTH}v{woven.height}H0z"/>'
    return f'<pattern id="{ident}" width="{WIDTH}" height="{woven.height}" {attributes}>{ground}{drawn}</pattern>'


@lru_cache(maxsize=512)
def tile(key: str) -> str:
    """Return the SVG of one page's band, tiling without end."""
    woven = pattern(key, "p", 'patternUnits="userSpaceOnUse" patternTransform="scale(4)"')
    whole = '<rect width="100%" height="100%" fill="url(#p)"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%">{woven}{whole}</svg>\n'


@lru_cache(maxsize=128)
def cloth(keys: tuple[str, ...]) -> str:
    """Return the SVG of a course: the bands of its modules sewn side by side."""
    parts = []
    for number, key in enumerate(keys):
        units = 'href="#p0"' if number else 'patternUnits="userSpaceOnUse"'  # the later ones inherit the units
        strip = f"M{number * STRIP_WIDTH} 0h{STRIP_WIDTH}v{STRIP_HEIGHT}h-{STRIP_WIDTH}z"
        parts.append(pattern(key, f"p{number}", units) + f'<path fill="url(#p{number})" d="{strip}"/>')
    box = f"0 0 {STRIP_WIDTH * len(keys)} {STRIP_HEIGHT}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" preserveAspectRatio="none">{"".join(parts)}</svg>\n'
