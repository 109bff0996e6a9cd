"""A course on the English tree with one edition, and an issuer: what the interface says is read as it is written in the code."""

import pytest
from django.test import Client
from django.utils import translation

from accounts.models import User
from courses.catalogue.models import CoursePage
from courses.editions.models import Edition
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.certificates import *  # noqa: F403
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below
from tests.factories.learning import edition_of


@pytest.fixture(autouse=True)
def english():
    """Begin in English, whatever language another test's last request left active."""
    with translation.override("en"):
        yield


@pytest.fixture
def learner(db) -> User:
    """She of the cast, who reads English: what she is told is read as it is written in the code."""
    return PersonFactory(email="learner@example.org", name="Inês Mutombo", language="en")


@pytest.fixture
def client() -> Client:
    """A browser that asks for English."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def homes(db):
    return site_tree()


@pytest.fixture
def course(homes) -> CoursePage:
    return course_below(section_below(homes["en"], title="Courses", slug="courses"))


@pytest.fixture
def edition(course) -> Edition:
    return edition_of(course)
