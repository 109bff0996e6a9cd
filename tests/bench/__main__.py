"""`make bench`: what a module page, a topic, a quiz answer and a cohort cost beside a bare view, and a certificate beside its bare engine.

Measured in one run, in random order.

The machine is noisy: trust the ratio of the smallest figures, not requests per second.
"""

import random
import tempfile
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.server import big_cohort, cpu_seconds, environment_for, issued, long_topic, open_attempt, prepare, serving, signed_in

PAGE = "/pt/courses/inspecao-cplp/m1-conceitos/"
ROUNDS, SECONDS, CLIENTS, WARM_UP = 4, 2.0, 4, 30
TOKEN = "b" * 32  # of a form: cookie and field hold the same


@dataclass
class Case:
    """One address as one person; a figure for each round."""

    name: str
    path: str
    cookie: str = ""
    forms: tuple[str, ...] = ()
    cpu_ms: list[float] = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def headers(self) -> dict[str, str]:
        """What a browser would send."""
        cookie = {"Cookie": self.cookie} if self.cookie else {}
        return {"Accept-Encoding": "gzip", **cookie, **({"Content-Type": "application/x-www-form-urlencoded"} if self.forms else {})}


def main() -> None:
    """Measure and print."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        environment = environment_for(Path(folder))
        print("Preparing a site with the demo …", flush=True)
        prepare(environment)
        cookies = {role: signed_in(environment, role) for role in ("translator", "learner", "admin")}
        pages = {
            "module": (PAGE, cookies["translator"]),
            "topic": (long_topic(environment), cookies["translator"]),
            "own-module": (PAGE, cookies["learner"]),
            "cohort": (big_cohort(environment), cookies["admin"]),
        }
        pairs = [pair for name in ("module", "topic") for pair in pairs_of(name, *pages[name])]
        pairs += [member_pair("module page, learner", "own-module", *pages["own-module"])]
        pairs += [member_pair("cohort of 200", "cohort", *pages["cohort"]), answer_pair(*open_attempt(environment), cookies["learner"])]
        cases = [case for pair in pairs for case in pair]
        with serving(environment) as (port, leader):
            for name, (path, cookie) in pages.items():
                keep_bytes(port, Path(folder) / "bench" / name, path, cookie, is_open=name != "cohort")
            for case in cases:
                warm_up(port, case)
            for _ in range(ROUNDS):
                for case in random.sample(cases, len(cases)):
                    measure(port, leader, case)
        pairs += certificate_pairs(environment)
    print_table(pairs)
    for paper, bare in pairs[-2:]:
        print(f"Certificates: {min(bare.cpu_ms) / min(paper.cpu_ms):.2f} of the speed of the {bare.name} (aim: 0.7).")
    print(f"Took {time.monotonic() - started:.0f} s.")


def pairs_of(name: str, path: str, cookie: str) -> list[tuple[Case, Case]]:
    """Return a page with the bare view of the same bytes, for a stranger and for a member."""
    bare = f"/bench/bare/{name}/"
    return [
        (Case(f"{name} page, anonymous", path), Case("bare view, anonymous", bare)),
        (Case(f"{name} page, signed in", path, cookie), Case("bare view, signed in", bare, cookie)),
    ]


def member_pair(name: str, page: str, path: str, cookie: str) -> tuple[Case, Case]:
    """Return a page with the bare view of the same bytes, for one person."""
    return Case(name, path, cookie), Case("bare view", f"/bench/bare/{page}/", cookie)


def answer_pair(path: str, options: tuple[str, str], cookie: str) -> tuple[Case, Case]:
    """Return an answer that is sent, another one each time, with a bare view that leads back."""
    forms = tuple(urlencode({"csrfmiddlewaretoken": TOKEN, "answer": option}) for option in options)
    cookie = f"{cookie}; csrftoken={TOKEN}"
    return Case("quiz answer, POST", path, cookie, forms), Case("bare view, POST", "/bench/bare/answer/", cookie, forms)


def certificate_pairs(environment: dict[str, str]) -> list[tuple[Case, Case]]:
    """Return a certificate from claim to mail beside the bare page (code and engine), and beside the engine alone."""
    figures = issued(environment)
    names = {"certificate": "certificate", "page": "bare page, code drawn", "engine": "bare PDF engine"}
    cases = {key: Case(name, "", cpu_ms=figures[key], size=figures["bytes"]) for key, name in names.items()}
    for case in cases.values():
        case.per_second = [1000 / cost for cost in case.cpu_ms]  # of one core
    return [(cases["certificate"], cases["page"]), (cases["certificate"], cases["engine"])]


def fetch(connection: HTTPConnection, path: str, headers: dict[str, str], form: str = "") -> bytes:
    """Return one answer's body; an answer that is not 200 (302 to a form) ends the run."""
    connection.request("POST" if form else "GET", path, body=form or None, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != (302 if form else 200):
        raise SystemExit(f"{path} answered {answer.status}.")
    return body


def keep_bytes(port: int, folder: Path, path: str, cookie: str, *, is_open: bool) -> None:
    """Put the page's bytes aside, as a stranger (where it `is_open`) and as a member get it, for the bare view to answer."""
    folder.mkdir(parents=True)
    connection = HTTPConnection("127.0.0.1", port)
    stranger = fetch(connection, path, {}) if is_open else b""
    member = fetch(connection, path, {"Cookie": cookie})
    if stranger == member:
        raise SystemExit("The page is the same for a stranger and a member: nobody was signed in.")
    (folder / "stranger").write_bytes(stranger)
    (folder / "member").write_bytes(member)
    connection.close()


def warm_up(port: int, case: Case) -> None:
    """Ask often enough that every thread has loaded what it needs."""
    connection = HTTPConnection("127.0.0.1", port)
    for _round, form in zip(range(WARM_UP), cycle(case.forms or ("",)), strict=False):
        case.size = len(fetch(connection, case.path, case.headers, form))
    connection.close()


def measure(port: int, leader: int, case: Case) -> None:
    """Ask for SECONDS with CLIENTS connections; keep CPU milliseconds for each request and requests per second."""
    counts = [0] * CLIENTS
    until = time.monotonic() + SECONDS

    def ask(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", port)
        forms = cycle(case.forms or ("",))
        while time.monotonic() < until:
            fetch(connection, case.path, case.headers, next(forms))
            counts[number] += 1
        connection.close()

    before, began = cpu_seconds(leader), time.monotonic()
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    case.cpu_ms.append(1000 * (cpu_seconds(leader) - before) / sum(counts))
    case.per_second.append(sum(counts) / (time.monotonic() - began))


def print_table(pairs: list[tuple[Case, Case]]) -> None:
    """Print the figures and, for each page, how often the bare view's cost it has."""
    print(f"\n{'':24}{'CPU ms':>8}{'worst':>8}{'req/s':>8}{'bytes':>8}{'ratio':>8}")
    for page, bare in pairs:
        for case in (page, bare):
            ratio = min(case.cpu_ms) / min(bare.cpu_ms)
            figures = f"{min(case.cpu_ms):8.2f}{max(case.cpu_ms):8.2f}{max(case.per_second):8.0f}{case.size:8}{ratio:8.2f}"
            print(f"{case.name:24}{figures}")
    print("CPU ms: of the server's processes, for each request, best and worst of the rounds. Ratio: to the bare view with the same bytes.")


if __name__ == "__main__":
    main()
