"""A site with its library and workflows, a contributor, and a contribution that could be sent."""

import pytest

from content.reviewing import paving
from content.standing.permissions import grant
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree
from tests.factories.contributions import contribution
from tests.factories.practices import library


@pytest.fixture
def homes(db):
    """Plant the trees, the library, the permissions and the workflows, as `manage.py setup` does."""
    homes = site_tree()
    library()
    grant()
    paving.pave_practices()
    return homes


@pytest.fixture
def row(homes, learner):
    """Return the learner's contribution, not sent yet."""
    return contribution(learner)


@pytest.fixture
def other(db):
    """Return somebody who might write along."""
    return PersonFactory(email="other@example.org", name="Outra Autora", language="fr")
