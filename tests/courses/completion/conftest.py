"""A course with three modules, an edition of it, and one who takes part."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from tests.factories.accounts import PersonFactory
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import edition_of, enrolled

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def homes(db):
    return site_tree()


@pytest.fixture
def course(homes):
    return course_below(section_below(homes["en"], title="Courses", slug="courses"))


@pytest.fixture
def modules(course):
    return modules_below(course, 3)


@pytest.fixture
def edition(course):
    return edition_of(course)


@pytest.fixture
def inspector(db):
    return PersonFactory(email="inspector@example.org", name="Inês Mutombo", language="en", time_zone="Africa/Maputo")


@pytest.fixture
def enrolment(inspector, edition):
    return enrolled(inspector, edition)


@pytest.fixture
def facilitator(db):
    return PersonFactory(email="facilitator@example.org", name="Adjoa Baptista", groups=["facilitator"])


@pytest.fixture(autouse=True)
def _english():
    """Read what is said as it is written in the code."""
    with override("en"):
        yield
