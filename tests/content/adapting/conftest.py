"""A practice of two countries, and people around it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from content.adapting.actions import accept, tell
from content.adapting.models import Adaptation
from content.taxonomy.models import Country
from tests.factories.accounts import PersonFactory
from tests.factories.practices import whole

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def calendar(tree):
    """Return a practice in Portuguese."""
    return whole("Calendário", slug="calendario", countries="AO:offering ST:requesting")


@pytest.fixture
def ana(db):
    """Return a member."""
    return PersonFactory(name="Ana", language="pt")


@pytest.fixture
def keeper(db):
    """Return somebody who may decide about everything."""
    return PersonFactory(name="Keeper", is_staff=True, is_superuser=True)


def told(practice: Any, by: Any, country: str = "GW", year: int = 2025, **values: Any) -> Adaptation:
    """Tell of an adaptation."""
    said = {"changed": "O calendário é o do caju.", **values}
    return tell(practice=practice, by=by, values={"country": Country.objects.get(iso2=country), "year": year, **said}, now=NOW)


def shown(practice: Any, by: Any, keeper: Any, country: str = "GW", **values: Any) -> Adaptation:
    """Tell of an adaptation, and have it shown."""
    return accept(adaptation=told(practice, by, country, **values), by=keeper, now=NOW)
