"""What the library costs when it has grown: the same questions among a thousand and among many thousands of practices."""

import time
from collections.abc import Callable
from http.client import HTTPConnection
from typing import NamedTuple

from tests.bench.server import managed, serving

FEW, MANY = 1_000, 20_000  # `make prove` goes to a hundred thousand
TIMES, ROUNDS = 40, 3
PATHS = (
    "/pt/practices/?q=escola&region=africa&modality=triangular&sector=fishing&sector=mining&sector=agriculture",
    "/pt/practices/?q=caf%C3%A9&group=cplp&modality=regional&year=2010&year=2011&year=2012&year=2013",
    "/pt/practices/?q=fiscaliza%C3%A7%C3%A3o&region=americas&sector=fishing&sector=trade&language=pt",
)


class Figures(NamedTuple):
    """Among so many practices: the 95th percentile of answers by the clock, of the quietest round."""

    practices: int
    p95_ms: float


def library_figures(environment: dict[str, str], say: Callable[[str], object] = print) -> list[Figures]:
    """Grow the library twice and ask three facets and a word each time."""
    figures = []
    for practices in (FEW, MANY):
        say(f"Growing the library to {practices} …")
        managed(environment, "grow", f"practices={practices}")
        with serving(environment) as (port, _leader):
            figures.append(Figures(practices, min(_p95(port) for _round in range(ROUNDS + 1))))
    return figures


def _p95(port: int) -> float:
    connection = HTTPConnection("127.0.0.1", port)
    spent = []
    for place in range(TIMES):
        began = time.perf_counter()
        connection.request("GET", PATHS[place % len(PATHS)])
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{PATHS[place % len(PATHS)]} answered {answer.status}.")
        spent.append((time.perf_counter() - began) * 1000)
    connection.close()
    return sorted(spent)[int(TIMES * 0.95) - 1]


def print_figures(figures: list[Figures]) -> None:
    """Print how much slower the big library is."""
    few, many = figures
    for one in figures:
        print(f"Library of {one.practices}: p95 {one.p95_ms:.1f} ms for three facets and a word.")
    print(f"Grown: {many.p95_ms / few.p95_ms:.2f} times (aim: 2 at a hundred times as many).")
