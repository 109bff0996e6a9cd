"""Read a TopoJSON file: borders are arcs that neighbours share, so both sides of a border are simplified alike."""

from dataclasses import dataclass, field
from typing import Any

Point = tuple[float, float]
Ring = list[int]  # numbers of arcs; ~n is arc n walked backwards


@dataclass
class Land:
    """One country: its code (none where the United Nations list none) and its polygons, each an outer ring and its holes."""

    code: str
    polygons: list[list[Ring]] = field(default_factory=list)


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees; the file holds whole steps from point to point."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * kx + tx, y * ky + ty))
        arcs.append(arc)
    return arcs


def lands_of(topology: dict[str, Any], codes: dict[str, str], inside: dict[str, str]) -> list[Land]:
    """Return the countries. `codes` leads from three digits to two letters; `inside` says whose a shape without digits is."""
    lands: dict[str, Land] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = inside.get(name) or codes.get(shape.get("id", ""), "")
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        lands.setdefault(code or name, Land(code)).polygons.extend(polygons)
    return list(lands.values())


def walk(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """Return the points of a ring; the last of each arc is the first of the next."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points
