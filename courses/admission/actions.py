"""People of a file are brought in, each whole or not at all."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.admission.queries import foretold
from courses.editions.models import Edition
from courses.enrolment.actions import SAME, Entry, Outcome, bring_in
from jobs.actions import enqueue

A_JOB = 100


def bring_people(
    *, edition: Edition, entries: Mapping[int, Entry], by: User | None, is_again: bool = False, is_dry: bool = False, now: datetime
) -> Iterator[tuple[int, Outcome]]:
    """Bring people in one after the other and give, for each line, what came of it. Each is a transaction of her own: stopped in the middle
    and run again, it goes on where it was. `is_again`: also those who withdrew
    or were refused. `is_dry`: say what would come of it, change nothing. Raises Refused where the edition is not
    announced, closed or over.
    """
    expected = foretold(edition, entries, is_again=is_again)
    for line, entry in entries.items():
        if is_dry or expected[line] in SAME:
            yield line, expected[line]
        else:
            yield line, bring_in(edition=edition, entry=entry, by=by, is_again=is_again, now=now)


@transaction.atomic
def bring_people_later(*, edition: Edition, entries: Mapping[int, Entry], by: User | None, is_again: bool = False) -> int:
    """Queue the bringing in, in parts that take a few seconds each. Returns how many parts."""
    rows = [asdict(entry) for entry in entries.values()]
    parts = [rows[start : start + A_JOB] for start in range(0, len(rows), A_JOB)]
    for part in parts:
        enqueue(path="courses.admission.tasks.bring", args=[str(edition.uid), by.pk if by else None, part, is_again])
    return len(parts)
