"""Courses for tests: modules and units in a few queries, without revisions or aliases."""

from typing import Any

from courses.catalogue.models import CoursePage, LinkPage, ModulePage, ReadingPage, VideoPage
from tests.factories.content import page_below, prose


def course_below(parent: Any, **fields: Any) -> CoursePage:
    """Add a course."""
    return page_below(parent, CoursePage, **{"title": "Inspection", "hours": 27, "weeks": 6, **fields})


def modules_below(course: CoursePage, number: int, **fields: Any) -> list[ModulePage]:
    """Add this many modules, named by their number."""
    return [page_below(course, ModulePage, title=f"Module name {place}", hours=4, **fields) for place in range(1, number + 1)]


def reading_below(module: ModulePage, **fields: Any) -> ReadingPage:
    """Add a reading."""
    return page_below(module, ReadingPage, **{"title": "A reading", "minutes": 8, "body": prose("Read this."), **fields})


def video_below(module: ModulePage, place: str = "none", **fields: Any) -> VideoPage:
    """Add a video unit; `place` says where the video is."""
    megabytes = fields.pop("megabytes", "9.1")
    video = f'[{{"type": "video", "value": {{"title": "A video", "place": "{place}", "megabytes": "{megabytes}"}}}}]'
    return page_below(module, VideoPage, **{"title": "A video", "minutes": 4, "video": video, **fields})


def link_below(module: ModulePage, **fields: Any) -> LinkPage:
    """Add a link."""
    return page_below(module, LinkPage, **{"title": "A link", "minutes": 12, "address": "https://example.org/c138", **fields})


def units_below(module: ModulePage, number: int) -> list[Any]:
    """Add this many units, of one kind after the other."""
    kinds = [reading_below, video_below, link_below]
    return [kinds[place % 3](module, title=f"Unit name {place + 1}") for place in range(number)]
