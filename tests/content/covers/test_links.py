"""What may stand in the address of a drawing."""

from uuid import UUID

import pytest
from django.urls import resolve

from content.covers.links import MOST_STRIPS, cloth_url, cover_url, key_of

KEY = UUID("0123456789abcdef0123456789abcdef")


def test_a_page_has_the_same_cover_in_every_language():
    assert cover_url(KEY) == "/cover/0123456789abcdef0123456789abcdef.svg"


@pytest.mark.parametrize("thing", ["", "Ação", "a/b", "../x", "x" * 65, "a\n", "A", '"><script>', None, 7.5])
def test_what_cannot_stand_in_an_address_is_hashed(thing):
    url = cover_url(thing)
    assert resolve(url).kwargs["key"] == key_of(thing)
    assert len(key_of(thing)) == 32


def test_a_slug_stands_as_it_is():
    assert cover_url("m3-identificar") == "/cover/m3-identificar.svg"


def test_a_cloth_names_its_strips_in_order():
    other = UUID(int=1)
    assert cloth_url([KEY, str(other)]) == f"/cover/cloth/{KEY.hex}-{other.hex}.svg"


def test_a_course_without_modules_has_no_cloth():
    assert cloth_url([]) == ""


def test_a_cloth_has_an_end():
    url = cloth_url(UUID(int=number) for number in range(40))
    assert url.count("-") == MOST_STRIPS - 1
    assert resolve(url).url_name == "cloth"
