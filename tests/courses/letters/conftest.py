"""A learner in an edition with two modules."""

from datetime import UTC, date, datetime

import pytest

from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below, reading_below, video_below
from tests.factories.learning import edition_of, enrolled

BEFORE = datetime(2027, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def modules(course):
    return modules_below(course, 2)


@pytest.fixture
def units(modules):
    return [reading_below(modules[0], title="First reading"), video_below(modules[0]), reading_below(modules[1], title="Second reading")]


@pytest.fixture
def ines(db):
    return PersonFactory(email="ines@example.org", name="Inês", language="en", time_zone="Africa/Maputo")


@pytest.fixture
def edition(course, modules, units):
    made = edition_of(course)  # from Monday 25 January to 31 March 2027, in Maputo (UTC+2)
    made.module_dates.create(module_key=modules[0].translation_key, due_on=date(2027, 2, 7))
    return made


@pytest.fixture
def enrolment(edition, ines):
    return enrolled(ines, edition, asked_at=BEFORE, since=BEFORE)
