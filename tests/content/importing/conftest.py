"""The trees of four languages, people with their permissions, and a short way to bring a document in."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils.translation import override

from content.importing.actions import Brought, bring_in
from content.importing.registry import kinds
from content.reading.document import read_text
from content.standing.permissions import grant
from tests.factories.cast import *  # noqa: F403 - the stock cast as fixtures
from tests.factories.content import site_tree

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)

Bring = Callable[..., Brought]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Let notes and refusals be in the words of the source."""
    with override("en"):
        yield


@pytest.fixture
def homes(db) -> dict[str, Any]:
    """Return the first page of each language; the groups have their permissions."""
    trees = site_tree()
    grant()
    return trees


@pytest.fixture
def bring(homes) -> Bring:
    """Return a function that brings a text in as a kind."""

    def bring_text(text: str, kind: str = "session", **given: Any) -> Brought:
        return bring_in(document=read_text(text, name="note.txt"), kind=kinds()[kind], now=NOW, **given)

    return bring_text
