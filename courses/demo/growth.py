"""An edition grown big with invented learners and what they have done, in batches that lock nobody out for long."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.models import User
from content.seeding.shaping import identity
from courses.completion.choices import Deed
from courses.completion.models import Happening, UnitProgress
from courses.completion.queries import course_outline
from courses.demo.holding import CPLP
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment

Say = Callable[[str], object]
BATCH = 500
NAME = "Growth"
COUNTRIES = ("AO", "BR", "CV", "GQ", "GW", "MZ", "PT", "ST", "TL")
DAYS = 42


def parts() -> list[tuple[str, str, Callable[[int, datetime, Say], int]]]:
    """Return what the courses can grow (hook `grow`)."""
    return [("learners", "learners in one edition of the demonstration course, with their progress", grow_learners)]


def grow_learners(count: int, now: datetime, say: Say) -> int:
    """Fill the edition `Growth` until it has so many learners; return how many were made.

    Each has done another part of the units, from none to all, so that the grid shows every state. Nobody is told.
    """
    edition = growth_edition(now)
    units = [unit.key for unit in course_outline(edition.course_key, language="pt").units]
    begun = edition.enrolments.count()
    for first in range(begun, count, BATCH):
        _grow(edition, units, range(first, min(first + BATCH, count)), now)
        say(f"learners: {min(first + BATCH, count)} of {count}")
    return max(count - begun, 0)


def growth_edition(now: datetime) -> Edition:
    """Return the edition that grows; made where it is missing. It is announced, run by nobody, and nobody comes in by herself."""
    found = Edition.objects.filter(course_key=identity(CPLP), name=NAME).first()
    day = (now - timedelta(days=DAYS // 2)).date()
    fields = {"starts_on": day, "ends_on": day + timedelta(days=DAYS), "enrol_until": day, "languages": ["pt"], "stage": Stage.OPEN}
    return found or Edition.objects.create(course_key=identity(CPLP), name=NAME, zone="UTC", **fields)


@transaction.atomic
def _grow(edition: Edition, units: list[UUID], numbers: range, now: datetime) -> None:
    people = User.objects.bulk_create([_person(edition, number, now) for number in numbers])
    since = now - timedelta(days=DAYS // 2)
    fields = {"state": State.ACTIVE, "asked_at": since, "since": since}
    rows = Enrolment.objects.bulk_create([Enrolment(edition=edition, person=person, **fields) for person in people])
    done = [
        (row, key, since + timedelta(hours=place)) for number, row in zip(numbers, rows, strict=True) for place, key in _done(units, number)
    ]
    for some in _batches(done):
        Happening.objects.bulk_create(
            [Happening(enrolment=row, unit_key=key, deed=Deed.GRANTED, token="growth", at=at) for row, key, at in some]  # noqa: S106 - the name of a deed, no secret
        )
        UnitProgress.objects.bulk_create(
            [UnitProgress(enrolment=row, unit_key=key, first_at=at, last_at=at, done_at=at) for row, key, at in some]
        )


def _person(edition: Edition, number: int, now: datetime) -> User:
    return User(
        email=f"growth-{edition.pk}-{number}@example.org",
        name=f"Pessoa {number + 1}",
        password=make_password(None),
        language="pt",
        country=COUNTRIES[number % len(COUNTRIES)],
        institution=f"Instituição {number % 20 + 1}",
        of_age_at=now,
        date_joined=now,
    )


def _done(units: list[UUID], number: int) -> Iterator[tuple[int, UUID]]:
    """Yield what this learner has done: the first so many units, never all, with their places."""
    return islice(enumerate(units), number % max(len(units), 1))


def _batches(rows: list[tuple[Enrolment, UUID, datetime]]) -> Iterator[list[tuple[Enrolment, UUID, datetime]]]:
    for first in range(0, len(rows), BATCH * 4):
        yield rows[first : first + BATCH * 4]
