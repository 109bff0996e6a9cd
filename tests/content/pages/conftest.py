"""Trees to hang pages on."""

import pytest

from tests.factories.content import site_tree


@pytest.fixture
def homes(db):
    """The first pages of the four languages."""
    return site_tree()
