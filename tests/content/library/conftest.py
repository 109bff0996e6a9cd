"""A site of four languages with its library, and the stock cast."""

import pytest

from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree
from tests.factories.practices import library


@pytest.fixture
def homes(db):
    """Return the first pages of the four languages."""
    return site_tree()


@pytest.fixture
def shelf(homes):
    """Return the library of each language."""
    return {code: library(code) for code in homes}
