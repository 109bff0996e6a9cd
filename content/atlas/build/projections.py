"""From degrees to a flat sheet, true to area: Equal Earth (Šavrič, Patterson, Jenny 2018) for the world, Lambert for a region."""

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

from content.atlas.build.topology import Point

Projection = Callable[[float, float], Point]
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796


def wrapped(degrees: float) -> float:
    """Return the same meridian between -180 and 180; the eastern edge stays in the east."""
    return degrees if -180 <= degrees <= 180 else (degrees + 180) % 360 - 180


def equal_earth(centre: float) -> Projection:
    """Return the projection of the whole world around a meridian; y grows downwards, as on a screen."""

    def project(longitude: float, latitude: float) -> Point:
        turn = radians(wrapped(longitude - centre))
        t = asin(sqrt(3) / 2 * sin(radians(latitude)))
        t2, t6 = t**2, t**6
        x = 2 * sqrt(3) * turn * cos(t) / (3 * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)))
        return x, -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))

    return project


def lambert(centre: float, middle: float) -> Projection:
    """Return the projection of a part of the world around a point."""
    middle_sin, middle_cos = sin(radians(middle)), cos(radians(middle))

    def project(longitude: float, latitude: float) -> Point:
        turn, up = radians(longitude - centre), radians(latitude)
        depth = 1 + middle_sin * sin(up) + middle_cos * cos(up) * cos(turn)
        k = sqrt(2 / max(depth, 1e-6))
        return k * cos(up) * sin(turn), -k * (middle_cos * sin(up) - middle_sin * cos(up) * cos(turn))

    return project
