"""A site of four languages, and the stock cast."""

import pytest

from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree


@pytest.fixture
def homes(db):
    """Return the first pages of the four languages."""
    return site_tree()
