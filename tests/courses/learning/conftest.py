"""A learner in an edition of a course with two modules; the clock stands still in the second week."""

from datetime import date

import pytest
from django.utils import timezone

from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403 - the cast as fixtures
from tests.factories.courses import modules_below, reading_below, video_below
from tests.factories.learning import NOW, edition_of, enrolled


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


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
    made = edition_of(course)
    made.module_dates.create(module_key=modules[0].translation_key, due_on=date(2027, 2, 7))
    made.module_dates.create(module_key=modules[1].translation_key, due_on=date(2027, 2, 14))
    return made


@pytest.fixture
def enrolment(edition, ines):
    return enrolled(ines, edition)


@pytest.fixture
def as_ines(client, ines):
    client.force_login(ines)
    return client
