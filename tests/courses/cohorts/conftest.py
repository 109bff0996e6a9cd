"""A small cohort and a big one, in few queries."""

from datetime import timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from courses.completion.models import Happening, UnitProgress
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.courses import modules_below, reading_below
from tests.factories.learning import NOW, edition_of, enrolled, run

COUNTRIES = ("MZ", "AO", "CV", "GW")


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch):
    """Let every page be asked for in the second week of the edition, whenever the tests run."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def modules(course):
    return modules_below(course, 2)


@pytest.fixture
def units(modules):
    """Two readings in each of two modules."""
    return [[reading_below(module, title=f"Unit {place}.{number}") for number in (1, 2)] for place, module in enumerate(modules, 1)]


@pytest.fixture
def edition(course, units):
    return edition_of(course)


@pytest.fixture
def tutor(edition, facilitator):
    run(edition, facilitator)
    return facilitator


@pytest.fixture
def inside(client, tutor):
    client.force_login(tutor)
    return client


@pytest.fixture
def ana(edition):
    return enrolled(PersonFactory(name="Ana Évora", email="ana@example.org", country="CV", institution="IGT"), edition)


def did(enrolment, page, at=NOW, done=True, deed="marked", percent=None):
    """Let a learner do a unit, or only open it."""
    Happening.objects.create(enrolment=enrolment, unit_key=page.translation_key, deed=deed, at=at)
    UnitProgress.objects.update_or_create(
        enrolment=enrolment,
        unit_key=page.translation_key,
        defaults={"first_at": at, "last_at": at, "done_at": at if done else None, "percent": percent},
    )


def crowd(edition, pages, number):
    """Enrol this many people in a few queries; each has done the first pages, one more than the one before, in turn."""
    people = User.objects.bulk_create(
        User(
            email=f"c{uuid4().hex[:12]}@example.org",
            name=f"Learner {place:03d} Ńame",
            country=COUNTRIES[place % 4],
            institution=f"Institution {place % 7}",
            language=("pt", "en", "fr")[place % 3],
        )
        for place in range(number)
    )
    rows = Enrolment.objects.bulk_create(
        Enrolment(edition=edition, person=person, state=State.ACTIVE, asked_at=NOW, since=NOW) for person in people
    )
    progress, log = [], []
    for place, row in enumerate(rows):
        for page in pages[: place % (len(pages) + 1)]:
            at = NOW + timedelta(hours=place)
            progress.append(UnitProgress(enrolment=row, unit_key=page.translation_key, first_at=at, last_at=at, done_at=at))
            log.append(Happening(enrolment=row, unit_key=page.translation_key, deed="marked", at=at))
    UnitProgress.objects.bulk_create(progress)
    Happening.objects.bulk_create(log)
    return rows
