"""Make the shapes of the maps from `countries-50m.json` of the npm package `world-atlas` 2.0.2 (ISC; Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    PYTHONPATH=site:. python -m content.atlas.build.recipe package/countries-50m.json content/taxonomy/data/countries.json

Rerun it when a frame changes; the same input gives the same bytes.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from content.atlas.build.frames import FRAMES, INSIDE, LEFT_OUT, PARTS, POINTS, SOUTH, Frame
from content.atlas.build.outlines import Box, area, clipped, simplified, widest
from content.atlas.build.projections import wrapped
from content.atlas.build.topology import Land, Point, Ring, arcs_of, lands_of, walk

WIDTH = 960  # of every map, in CSS pixels; a screen that is narrower scrolls
FINE = 2  # shapes are in half pixels
TARGET = 12  # half of the 24 pixels that a finger needs
LEAST_BEND, LEAST_ISLAND, ROUGH_BEND = 2.0, 6.0, 25.0  # in half pixels, squared
MARGIN = 8.0
MAPS = Path(__file__).resolve().parents[1] / "maps"
Rings = list[list[Point]]


def countries(topology: dict[str, Any], codes: dict[str, str], arcs: list[list[Point]]) -> list[Land]:
    """Return what is drawn: countries with the parts that have a code of their own set apart. Lines that a cut makes join the arcs."""
    lands = [land for land in lands_of(topology, codes, INSIDE) if land.code or land.polygons]
    by_code = {land.code: land for land in lands}
    for whole, part, (west, south, east, north) in PARTS:
        apart = [
            polygon
            for polygon in by_code[whole].polygons
            if all(west <= x <= east and south <= y <= north for x, y in walk(polygon[0], arcs))
        ]
        if apart:
            by_code[whole].polygons = [polygon for polygon in by_code[whole].polygons if polygon not in apart]
            lands.append(Land(part, apart))
    for whole, part, parallel in SOUTH:
        by_code[part].polygons += _cut(by_code[whole], arcs, (-180, -90, 180, parallel))
        by_code[whole].polygons = _cut(by_code[whole], arcs, (-180, parallel, 180, 90))
    return lands + [Land(code) for code in sorted(POINTS.keys() - {land.code for land in lands})]


def _cut(land: Land, arcs: list[list[Point]], box: Box) -> list[list[Ring]]:
    """Return the polygons of a country within a box, each ring an arc of its own."""
    cut = []
    for polygon in land.polygons:
        if ring := clipped(walk(polygon[0], arcs)[:-1], box):
            arcs.append([*ring, ring[0]])
            cut.append([[len(arcs) - 1]])
    return cut


class Sheet:
    """One map while it is made: how degrees become half pixels, and its frame."""

    def __init__(self, frame: Frame) -> None:
        project = frame.projection()
        edge = [(frame.west + i * (frame.east - frame.west) / 40, y) for i in range(41) for y in (frame.south, frame.north)]
        edge += [(x, frame.south + i * (frame.north - frame.south) / 40) for i in range(41) for x in (frame.west, frame.east)]
        spots = [project(x, y) for x, y in edge]
        self.left, self.top = min(x for x, _ in spots), min(y for _, y in spots)
        self.scale = FINE * WIDTH / (max(x for x, _ in spots) - self.left)
        self.height = round((max(y for _, y in spots) - self.top) * self.scale / FINE)
        self.project, self.middle = project, 11.0 if frame.is_round else (frame.west + frame.east) / 2
        self.box: Box = (0, 0, FINE * WIDTH, FINE * self.height)

    def place(self, point: Point) -> Point:
        """Return where a point in degrees lies on the sheet."""
        x, y = self.project(*point)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def holds(self, arc: list[Point]) -> bool:
        """Whether a line stays on this side of the meridian where the sheet was cut open, and of the back of the globe."""
        turns = [wrapped(x - self.middle) for x, _ in arc]
        return all(abs(b - a) < 180 for a, b in pairwise(turns))

    def polygons(self, land: Land, degrees: list[list[Point]], flat: list[list[Point]]) -> list[Rings]:
        """Return the polygons of a country that can be seen, in half pixels."""
        left, top, right, bottom = self.box
        beyond: Box = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
        found = []
        for polygon in land.polygons:
            if self.holds(walk(polygon[0], degrees)):
                rings = [clipped(walk(ring, flat)[:-1], beyond) for ring in polygon]
                if area(rings[0]) > 0.5:
                    found.append([ring for i, ring in enumerate(rings) if not i or area(ring) >= LEAST_ISLAND])
        return sorted(found, key=lambda rings: -area(rings[0]))


def path(polygons: list[Rings]) -> str:
    """Return the drawing of polygons: whole half pixels, each step from the last."""
    drawn = ""
    for ring in (ring for rings in polygons for ring in rings):
        spots = [(round(x), round(y)) for x, y in ring]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(spots) if a != b]
        if len(steps) > 1:
            numbers = "".join(f"{'' if n < 0 else ' '}{n}" for step in steps for n in step).strip()
            drawn += f"M{spots[0][0]} {spots[0][1]}l{numbers}z"
    return drawn


def spot_of(land: Land, degrees: list[list[Point]]) -> Point:
    """Return where the largest part of a country lies, in degrees."""
    if not land.polygons:
        return POINTS[land.code]
    ring = max((walk(polygon[0], degrees) for polygon in land.polygons), key=area)
    return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)


def shape(sheet: Sheet, spot: Point, polygons: list[Rings]) -> dict[str, Any] | None:
    """Return what is kept of a country: its drawing, the middle of its widest part, and whether a finger finds room there."""
    kept = [rings for rings in polygons if area(rings[0]) >= LEAST_ISLAND]
    if kept:
        x, y, room = widest([simplified(ring, ROUGH_BEND) for ring in kept[0]], sheet.box)
    else:
        (x, y), room = sheet.place(spot), 0
    if not (0 < x < sheet.box[2] and 0 < y < sheet.box[3]):
        return None
    return {"d": path(kept), "at": [round(x / FINE), round(y / FINE)], "is_wide": room >= TARGET * FINE}


def sheet_of(frame: Frame, lands: list[Land], degrees: list[list[Point]]) -> dict[str, Any]:
    """Return one map as it is kept."""
    sheet = Sheet(frame)
    flat = [simplified([sheet.place(point) for point in arc], LEAST_BEND) for arc in degrees]
    named, rest = {}, ""
    for land in lands:
        polygons = sheet.polygons(land, degrees, flat)
        if land.code:
            named[land.code] = shape(sheet, spot_of(land, degrees), polygons)
        else:
            rest += path([rings for rings in polygons if area(rings[0]) >= LEAST_ISLAND])
    kept = {code: found for code, found in sorted(named.items()) if found}
    return {"width": WIDTH, "height": sheet.height, "span": round(frame.east - frame.west), "rest": rest, "lands": kept}


def main(atlas: str, table: str) -> None:
    """Write the shapes of all maps."""
    topology = json.loads(Path(atlas).read_text(encoding="utf-8"))
    codes = {country["numeric"]: country["iso2"] for country in json.loads(Path(table).read_text(encoding="utf-8"))}
    shapes = topology["objects"]["countries"]["geometries"]
    topology["objects"]["countries"]["geometries"] = [one for one in shapes if one["properties"]["name"] not in LEFT_OUT]
    degrees = arcs_of(topology)
    lands = countries(topology, codes, degrees)
    for slug, frame in FRAMES.items():
        text = json.dumps(sheet_of(frame, lands, degrees), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (MAPS / f"{slug}.json").write_text(text.replace('},"', '},\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
