"""A site of four languages with its library, and the stock cast."""

import pytest

from tests.factories.cast import *
from tests.factories.content import site_tree
from tests.factories.practices import library


@pytest.fixture
def shelf(db):
    """Return the library of each language."""
    return {code: library(code) for code in site_tree()}
