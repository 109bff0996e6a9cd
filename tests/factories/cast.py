"""The stock cast of the house as fixtures. A test package takes part with `pytest_plugins` or `from tests.factories.cast import *`."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import User
from tests.factories.accounts import PersonFactory

__all__ = ["admin", "cast", "editor", "facilitator", "learner", "moderator", "partner", "reviewer", "stranger", "translator"]


@pytest.fixture
def stranger() -> AnonymousUser:
    return AnonymousUser()


@pytest.fixture
def learner(db) -> User:
    return PersonFactory(email="learner@example.org", name="Inês Mutombo")


@pytest.fixture
def facilitator(db) -> User:
    return PersonFactory(email="facilitator@example.org", name="Adjoa Baptista", groups=["facilitator"])


@pytest.fixture
def moderator(db) -> User:
    return PersonFactory(email="moderator@example.org", name="Tomás Évora", groups=["moderator"])


@pytest.fixture
def editor(db) -> User:
    return PersonFactory(email="editor@example.org", name="Luciana Prado", groups=["editor"])


@pytest.fixture
def reviewer(db) -> User:
    return PersonFactory(email="reviewer@example.org", name="María Quiroga", language="es", groups=["reviewer"])


@pytest.fixture
def translator(db) -> User:
    return PersonFactory(email="translator@example.org", name="Koffi Agbessi", language="fr", groups=["translator"])


@pytest.fixture
def partner(db) -> User:
    return PersonFactory(email="partner@example.org", name="Grace Nkomo", language="en", groups=["partner manager"])


@pytest.fixture
def admin(db) -> User:
    return PersonFactory(email="admin@example.org", name="Rui Salgado", is_superuser=True, is_staff=True)


@pytest.fixture
def cast(stranger, learner, facilitator, moderator, editor, reviewer, translator, partner, admin) -> dict:
    """Return everybody by role."""
    return {
        "stranger": stranger,
        "learner": learner,
        "facilitator": facilitator,
        "moderator": moderator,
        "editor": editor,
        "reviewer": reviewer,
        "translator": translator,
        "partner": partner,
        "admin": admin,
    }
