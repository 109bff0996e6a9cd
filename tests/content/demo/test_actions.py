"""The initiative and the session of the demo, and the order in which its parts are laid down."""

import pytest
from wagtail.models import Page

from content.demo.actions import SECTIONS, demo_parts, load_pages, specs
from content.seeding.shaping import identity
from tests.content.demo.test_practices import NOW


def test_parts_stand_in_the_order_in_which_they_need_one_another():
    orders = [order for order, _name, _load in demo_parts()]
    assert orders == sorted(orders)
    assert len({name for _order, name, _load in demo_parts()}) == len(orders)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_page_of_a_section_has_words_in_each_of_its_languages(section):
    for spec in specs(section=section):
        title = spec["fields"]["title"]
        assert isinstance(title, str) or set(spec["languages"]) <= set(title)


@pytest.mark.django_db
def test_pages_are_written_once_in_several_languages(homes):
    said = []
    assert load_pages(now=NOW, say=said.append) > 0
    assert said
    for section in SECTIONS:
        for spec in specs(section=section):
            assert Page.objects.filter(translation_key=identity(spec["key"]), live=True).count() == len(homes)
    assert load_pages(now=NOW, say=said.append) == 0
