"""The stock cast, a site in four languages and a forum to write in."""

import pytest

from tests.factories.cast import *  # noqa: F403 - fixtures
from tests.factories.content import site_tree
from tests.factories.forums import general_forum, guest, topic_in


@pytest.fixture
def homes(db):
    return site_tree()


@pytest.fixture
def forum(homes):
    return general_forum(slug="general")


@pytest.fixture
def topic(forum, learner):
    return topic_in(forum, learner, title="Idade mínima")


@pytest.fixture
def visitor(db):
    return guest(name="Awa Diop", email="awa@example.org", language="fr")
