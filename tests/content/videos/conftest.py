"""Pages with videos."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from content.media.models import Paper
from tests.factories.content import page_below, site_tree

BLOCK = UUID(int=7)
YOUTUBE = "https://www.youtube.com/watch?v=abc_DEF-123"


@pytest.fixture
def homes(db):
    """Plant the trees of four languages."""
    return site_tree()


@pytest.fixture
def paper(db) -> Callable[..., Paper]:
    """Make a row of a file without the file: what it measured is stated."""

    def make(name: str = "visita.mp4", size: int = 9_140_000, seconds: int | None = 250) -> Paper:
        return Paper.objects.bulk_create([Paper(title=name, file=f"papers/x/{name}", file_size=size, seconds=seconds)])[0]

    return make


@pytest.fixture
def video_page(homes) -> Callable[..., Any]:
    """Make a live page in one language whose body is one video."""

    def make(*, under: str = "pt", page: dict | None = None, **video: Any) -> Any:
        value = {"title": "Sinais de alerta", "place": "youtube", "address": YOUTUBE, "minutes": 4, "megabytes": "9.1"} | video
        body = json.dumps([{"type": "video", "value": value, "id": str(BLOCK)}])
        return page_below(homes[under], body=body, **(page or {}))

    return make
