"""The maps that are kept: what `build/recipe.py` wrote."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("maps")
WORLD = "world"
SLUGS = frozenset(path.stem for path in FOLDER.glob("*.json"))


class Land(NamedTuple):
    """One country on one map: its drawing in half pixels, a point of it in pixels, and whether a finger finds room on it."""

    d: str
    x: int
    y: int
    is_wide: bool


class Sheet(NamedTuple):
    """One map, in pixels; `rest` is land that belongs to no country of the list, `span` how many degrees it is wide."""

    slug: str
    width: int
    height: int
    rest: str
    span: int
    lands: dict[str, Land]


@lru_cache(maxsize=len(SLUGS))
def sheet(slug: str) -> Sheet:
    """Return the map of this name; the world, where there is none (a name comes from an address)."""
    kept = json.loads((FOLDER / f"{slug if slug in SLUGS else WORLD}.json").read_text(encoding="utf-8"))
    lands = {code: Land(land["d"], *land["at"], land["is_wide"]) for code, land in kept["lands"].items()}
    return Sheet(slug if slug in SLUGS else WORLD, kept["width"], kept["height"], kept["rest"], kept["span"], lands)


def tightest(codes: Iterable[str]) -> str:
    """Return the closest map on which all of these countries can be seen; the world where there is none."""
    wanted = set(codes)
    holding = [slug for slug in SLUGS if wanted and wanted <= sheet(slug).lands.keys()]
    return min(holding, key=lambda slug: (sheet(slug).span, slug), default=WORLD)
