"""The trees, and the people of the desk."""

import pytest

from content.reviewing.paving import pave_pages
from content.standing.permissions import grant
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import site_tree


@pytest.fixture
def homes(db):
    """The trees, the groups with their permissions on pages, and the road from draft to publication."""
    homes = site_tree()
    grant()
    pave_pages()
    return homes
