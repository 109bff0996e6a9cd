"""Hundreds complete a course while web and worker are killed at random: one certificate, one paper, one mail for each of them.

The one window is the mail's own: a worker killed after the mail server took a mail and before its row says so leaves that one mail in
doubt; it goes again under the same Message-ID, so that mail readers know it as one.
"""

import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.certificates.issuing.proof_place import Academy, Crowd, Killer, Postbox
from tests.jobs.proof_place import say, until
from tests.jobs.test_kills import database

__all__ = ["database"]
pytestmark = pytest.mark.prove
COMPLETIONS = int(os.environ.get("PROVE_COMPLETIONS", "500"))
KILLS = int(os.environ.get("PROVE_KILLS", "50"))
PAPERS = int(os.environ.get("PROVE_PAPERS", "5000"))
SEED = int(os.environ.get("PROVE_SEED", "2027"))
LONGEST = int(os.environ.get("PROVE_SECONDS", "1100"))  # for one database


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    """A mail server."""
    with Postbox() as found:
        yield found


@pytest.fixture
def academy(database, postbox, tmp_path) -> Iterator[Academy]:
    """A site at work that sends to it; its papers are let go afterwards."""
    found = Academy(tmp_path, database, postbox)
    yield found
    found.end()
    shutil.rmtree(tmp_path / "data", ignore_errors=True)


def progress(place: Academy) -> float:
    """Return how much of all is done: completed, issued and told, as a part of one."""
    return sum(place.ask("standing").values()) / (3 * COMPLETIONS)


def test_everybody_gets_one_certificate_one_paper_and_one_mail(academy, postbox):
    planted = academy.ask("gather", COMPLETIONS)
    academy.start()
    chance = random.Random(SEED)
    crowd, killer = Crowd(academy, planted["unit"], planted["sessions"]), Killer(academy, chance)
    moments = sorted(chance.uniform(0.01, 0.97) for _ in range(KILLS))
    begun = time.monotonic()
    crowd.start()
    while moments:
        academy.mend()
        if progress(academy) >= moments[0]:
            moments.pop(0)
            time.sleep(chance.uniform(0, 0.3))  # not at the moment of the count, but anywhere
            killer.strike()
        assert time.monotonic() - begun < LONGEST, academy.ask("figures")
    academy.mend()
    until(crowd.is_done, LONGEST, "everybody to get an answer", academy)
    until(lambda: progress(academy) == 1, LONGEST, "every mail to be sent", academy)
    say(academy, f"{COMPLETIONS} completions, killed {killer.killed}, all told after", time.monotonic() - begun)
    assert crowd.refused == []
    holds(academy.ask("figures"), planted)
    arrived(postbox, killer)


def holds(found: dict, planted: dict) -> None:
    """Look at the database and at the disk."""
    assert found["awards"] == {"issued": COMPLETIONS}
    assert [found[what] for what in ("completed", "credentials", "people", "numbers", "mails", "written_to")] == [COMPLETIONS] * 6
    assert found["places"] == list(range(COMPLETIONS))
    assert found["papers"] == found["files"]
    assert len(found["files"]) == COMPLETIONS
    write(f"{found['credentials']} credentials, {len(found['files'])} PDFs, {found['numbers']} numbers, {found['mails']} mails written")


def arrived(postbox: Postbox, killer: Killer) -> None:
    """Look at what the mail server took."""
    ids: dict[str, set[str]] = {}
    for to, message_id in postbox.taken:
        ids.setdefault(to, set()).add(message_id)
    assert set(ids) == {f"learner{place}@example.org" for place in range(COMPLETIONS)}
    assert {len(found) for found in ids.values()} == {1}, "nobody is written to twice by the task"
    copies = Counter(to for to, _ in postbox.taken)
    in_doubt = sum(number - 1 for number in copies.values())
    assert in_doubt <= killer.killed["worker"]
    write(
        f"{len(postbox.taken)} mails taken by the server; {in_doubt} came again under the same Message-ID (at most one for a killed worker)"
    )


def test_the_memory_of_a_worker_stays_flat(tmp_path, postbox):
    academy = Academy(tmp_path, f"sqlite:///{tmp_path / 'memory.sqlite3'}", postbox)
    academy.ask("gather", 100)
    begun = time.monotonic()
    found = academy.ask("make", PAPERS)
    seconds = time.monotonic() - begun
    academy.end()
    shutil.rmtree(tmp_path / "data")
    write(f"{found['made']} certificates in one process, {seconds:.0f} s; MB after each tenth: {[kb // 1024 for kb in found['held']]}")
    assert found["made"] == PAPERS
    assert found["held"][-1] < found["held"][0] * 1.1


def write(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(f"\n  {line}")
