"""The line that says what a page costs."""

import gzip
import re

import pytest
from django.utils import translation

from content.weight.line import filled, placeholder, sentence
from content.weight.measuring import Weight


def weight(**changes):
    return Weight(**{"text": 4_000, "pictures": 0, "frame": 7_600, "videos": 0, "is_about": False} | changes)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def test_a_page_without_pictures_or_videos_speaks_of_neither():
    assert sentence(weight()) == "<span>This page: 4.0 kB; on a first visit 11.6 kB, with styles and icons.</span>"


def test_pictures_are_told_together_with_the_text():
    assert "4.0 kB, with pictures 14.0 kB; on a first visit 21.6 kB" in sentence(weight(pictures=10_000))


def test_videos_are_told_with_the_promise_that_none_loads_by_itself():
    assert "Videos: 33.7 MB, only if you open them." in sentence(weight(videos=33_700_000))


def test_a_sum_with_stated_sizes_is_marked():
    assert "Videos: ≈\u00a033.7 MB" in sentence(weight(videos=33_700_000, is_about=True))


def test_the_line_is_written_where_there_is_room_for_it_and_only_there():
    assert filled("<p>no room</p>") == "<p>no room</p>"
    assert "This page" in filled(f"<p>{placeholder()}</p>")


def test_the_line_weighs_itself_too():
    page = filled("<p>" + "".join(f"Palavra {number}, " for number in range(900)) + f"</p>{placeholder()}")
    told = float(re.search(r"This page: ([\d.]+) kB", page)[1]) * 1000
    assert abs(told - len(gzip.compress(page.encode(), 6))) <= 60


def test_numbers_are_written_as_the_reader_writes_them():
    with translation.override("fr"):
        assert "4,0" in sentence(weight())
