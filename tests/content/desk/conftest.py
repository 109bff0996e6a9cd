"""The trees, and the people of the desk."""

import pytest

from content.standing.permissions import grant, pave
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree


@pytest.fixture
def homes(db):
    """The trees, the groups with their permissions on pages, and the road from draft to publication."""
    homes = site_tree()
    grant()
    pave()
    return homes
