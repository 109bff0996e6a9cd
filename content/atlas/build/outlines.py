"""Lines made simple, cut to a frame and measured."""

from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import hypot, inf

from content.atlas.build.topology import Point

Box = tuple[float, float, float, float]  # left, top, right, bottom


def area(points: list[Point]) -> float:
    """Return the area within a ring."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*points, points[0]]))) / 2 if points else 0.0


def simplified(points: list[Point], least: float) -> list[Point]:
    """Return a line without the points whose triangle with their neighbours is smaller than `least` (Visvalingam); the ends stay."""
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    sizes = [inf, *(area(list(points[i - 1 : i + 2])) for i in range(1, len(points) - 1)), inf]
    heap = [(size, i) for i, size in enumerate(sizes) if size < inf]
    heapify(heap)
    gone = set()
    while heap and heap[0][0] < least:
        size, i = heappop(heap)
        if i in gone or size != sizes[i]:
            continue
        gone.add(i)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if sizes[j] < inf:
                sizes[j] = max(size, area([points[before[j]], points[j], points[after[j]]]))
                heappush(heap, (sizes[j], j))
    return [point for i, point in enumerate(points) if i not in gone]


def clipped(points: list[Point], box: Box) -> list[Point]:
    """Return the part of a ring inside a box (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        kept: list[Point] = []
        for a, b in pairwise([points[-1], *points]) if points else ():
            is_in, was_in = (b[axis] - limit) * sign >= 0, (a[axis] - limit) * sign >= 0
            if is_in != was_in:
                share = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if is_in:
                kept.append(b)
        points = kept
    return points


def roominess(x: float, y: float, rings: list[list[Point]]) -> float:
    """Return how far a point is from the nearest border of a polygon; below nought outside."""
    nearest, is_in = inf, False
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                is_in = not is_in
            dx, dy = bx - ax, by - ay
            share = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)))
            nearest = min(nearest, hypot(x - ax - share * dx, y - ay - share * dy))
    return nearest if is_in else -nearest


def widest(rings: list[list[Point]], frame: Box, steps: int = 9) -> tuple[float, float, float]:
    """Return the point of a polygon that is farthest from its borders, and how far: a grid, then finer ones around the best."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    left, top, right, bottom = max(min(xs), frame[0]), max(min(ys), frame[1]), min(max(xs), frame[2]), min(max(ys), frame[3])
    best = (-inf, (left + right) / 2, (top + bottom) / 2)
    for _round in range(3):
        dx, dy = (right - left) / steps, (bottom - top) / steps
        for i in range(steps + 1):
            for j in range(steps + 1):
                x, y = left + i * dx, top + j * dy
                edge = min(x - frame[0], y - frame[1], frame[2] - x, frame[3] - y)
                best = max(best, (min(roominess(x, y, rings), edge), x, y))
        _room, x, y = best
        left, top, right, bottom = x - dx, y - dy, x + dx, y + dy
    return best[1], best[2], best[0]
