"""A course on the English tree: what the interface says is then read as it is written in the code."""

import pytest
from django.utils import translation

from courses.catalogue.models import CoursePage
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below


@pytest.fixture(autouse=True)
def english():
    """Begin in English, whatever language another test's last request left active."""
    with translation.override("en"):
        yield


@pytest.fixture
def homes(db):
    return site_tree()


@pytest.fixture
def course(homes) -> CoursePage:
    return course_below(section_below(homes["en"], title="Courses", slug="courses"))


@pytest.fixture
def member(db, django_user_model):
    return django_user_model.objects.create_user(email="learner@example.org", password="x")
