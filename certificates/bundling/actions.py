"""ZIP files are asked for, made, and let go."""

import tempfile
import zipfile
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q

from accounts.models import User
from certificates.bundling.choices import A_PART, KEPT, MOST_TRIES, STUCK, State
from certificates.bundling.listing import head, rows
from certificates.bundling.models import Bundle
from certificates.bundling.naming import file_name
from certificates.bundling.queries import printable, with_papers
from certificates.credentials.models import Award
from certificates.credentials.numbers import shown
from courses.cohorts.export import as_csv
from courses.editions.models import Edition
from jobs.actions import enqueue

TOLD = 50  # papers after which progress is written down


@transaction.atomic
def ask_for_bundles(*, edition: Edition, by: User | None, now: datetime) -> list[Bundle]:
    """Queue the ZIP files of an edition's papers; what is under way already goes on instead, what was ready is made anew.

    Returns none where no paper is issued yet.
    """
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    under_way = list(Bundle.objects.filter(edition=edition).under_way())
    if under_way:
        return under_way
    drop_bundles(editions=[edition.pk])
    keys = list(printable(edition).values_list("pk", flat=True))
    made = [
        Bundle.objects.create(
            edition=edition, part=number, by=by, first=part[0], last=part[-1], total=len(part), asked_at=now, expires_at=now + KEPT
        )
        for number, part in enumerate((keys[start : start + A_PART] for start in range(0, len(keys), A_PART)), start=1)
    ]
    for bundle in made:
        enqueue(path="certificates.bundling.tasks.make_bundle", args=[str(bundle.uid)])
    return made


def make(*, uid: str, now: datetime) -> bool:
    """Make one ZIP file; returns whether this call did. Safe to run twice: who claims it first makes it; one may take
    what is stuck.

    Killed while at it, it leaves a row that the sweep queues again, and at most a file that the next try writes over.
    """
    is_free = Q(state=State.DUE) | Q(state=State.MAKING, claimed_at__lt=now - STUCK)
    claim = {"state": State.MAKING, "claimed_at": now, "attempts": F("attempts") + 1, "done": 0}
    if not Bundle.objects.filter(is_free, uid=uid).update(**claim):
        return False
    bundle = Bundle.objects.select_related("edition").get(uid=uid)
    with tempfile.TemporaryFile() as sink:
        number = _pack(bundle, sink, now)
        size = sink.tell()
        sink.seek(0)
        name = bundle.place
        default_storage.delete(name)
        name = default_storage.save(name, File(sink))
    done = {"state": State.READY, "file": name, "size": size, "done": number, "total": number, "made_at": now, "reason": ""}
    if Bundle.objects.filter(uid=uid, state=State.MAKING).update(**done):
        return True
    default_storage.delete(name)  # it was let go meanwhile
    return False


def fail(*, uid: str, reason: str) -> None:
    """Note why a ZIP file could not be made; the sweep tries again while tries are left."""
    Bundle.objects.filter(uid=uid).under_way().update(reason=reason)


def tend(*, now: datetime) -> int:
    """Queue again what is stuck, fail what was tried too often, let go what is past its time. Returns how many there were."""
    stuck = Bundle.objects.under_way().filter(Q(claimed_at__lt=now - STUCK) | Q(claimed_at=None, asked_at__lt=now - STUCK))
    failed = stuck.filter(attempts__gte=MOST_TRIES).update(state=State.FAILED)
    again = list(stuck.values_list("uid", flat=True))
    for uid in again:
        enqueue(path="certificates.bundling.tasks.make_bundle", args=[str(uid)])
    past = Bundle.objects.filter(expires_at__lte=now)
    return failed + len(again) + _let_go(past)


def drop_bundles(*, editions: Collection[int]) -> int:
    """Let the ZIP files of these editions (row ids) go: after an erasure they would still hold her paper. Returns how many."""
    return _let_go(Bundle.objects.filter(edition__in=editions))


@transaction.atomic
def _let_go(bundles: Any) -> int:
    held = list(bundles)
    Bundle.objects.filter(pk__in=[bundle.pk for bundle in held]).delete()
    names = [bundle.file or bundle.place for bundle in held]
    transaction.on_commit(lambda: _off_the_disk(names))
    return len(held)


def _off_the_disk(names: Collection[str]) -> None:
    for name in names:
        default_storage.delete(name)


def _pack(bundle: Bundle, sink: IO[bytes], now: datetime) -> int:
    """Write the papers and their list; return how many papers. PDF is packed already, so it is stored as it is."""
    awards = with_papers(printable(bundle.edition).filter(pk__range=(bundle.first, bundle.last)))
    kept: list[Award] = []
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as target:
        for award in awards:
            credential = award.credential
            if credential and (paper := next(iter(credential.papers.all()), None)):
                with default_storage.open(paper.file) as source:
                    target.writestr(_entry(award.name, shown(credential.number), now), source.read())
                kept.append(award)
                if len(kept) % TOLD == 0:
                    Bundle.objects.filter(pk=bundle.pk).update(done=len(kept))
        target.writestr("certificates.csv", as_csv(head(), rows(kept, bundle.edition.tz, now)))
    return len(kept)


def _entry(name: str, number: str, now: datetime) -> zipfile.ZipInfo:
    """Return how a paper stands in the file: a name that tells whose it is, and the day on which it was made."""
    stamp = (now - timedelta(seconds=now.second % 2)).timetuple()[:6]
    return zipfile.ZipInfo(file_name(name, number), stamp)
