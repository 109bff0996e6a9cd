"""Lists of modules and units: complete, in order, only what may be read, one query each."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from content.audience.actions import set_level
from courses.catalogue import queries
from courses.catalogue.models import ModulePage, ReadingPage
from tests.factories.content import page_below, published, section_below
from tests.factories.courses import course_below, link_below, modules_below, reading_below, units_below, video_below

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def titles(rows):
    return [row.title for row in rows]


def units_of(module, reader):
    return queries.units_below(module.path, module.depth, reader)


def modules_of(course, reader):
    return queries.modules_below(course.path, course.depth, reader)


def close(page):
    set_level(translation_key=page.translation_key, level="members", now=NOW)


def test_units_of_every_kind_come_in_the_editors_order(course, member):
    module = modules_below(course, 1)[0]
    made = [link_below(module), video_below(module), reading_below(module)]
    rows = units_of(module, member)
    assert [row.model for row in rows] == [type(unit) for unit in made]
    assert [row.minutes for row in rows] == [12, 4, 8]


def test_a_unit_that_was_moved_changes_its_place(course, member):
    module = modules_below(course, 1)[0]
    first, second = units_below(module, 2)
    second.move(first, pos="left")
    assert titles(units_of(module, member)) == ["Unit name 2", "Unit name 1"]


def test_drafts_and_what_lies_deeper_or_beside_are_left_out(course, member):
    module, other = modules_below(course, 2)
    reading_below(module, title="Seen")
    reading_below(module, title="Draft", live=False)
    reading_below(other, title="Beside")
    assert titles(units_of(module, member)) == ["Seen"]
    assert titles(modules_of(course, member)) == ["Module name 1", "Module name 2"]


def test_a_module_without_units_has_an_empty_list(course, member):
    assert units_of(modules_below(course, 1)[0], member) == []


def test_a_closed_module_is_in_no_list_of_a_stranger(course, member):
    modules = modules_below(course, 2)
    reading_below(modules[1])
    close(modules[1])
    assert titles(modules_of(course, AnonymousUser())) == ["Module name 1"]
    assert units_of(modules[1], AnonymousUser()) == []
    assert queries.units_in_each(course, AnonymousUser()) == {}
    assert titles(modules_of(course, member)) == ["Module name 1", "Module name 2"]
    assert len(units_of(modules[1], member)) == 1


def test_units_are_counted_for_each_module(course, member):
    modules = modules_below(course, 3)
    units_below(modules[0], 2)
    units_below(modules[2], 3)
    assert queries.units_in_each(course, member) == {modules[0].path: 2, modules[2].path: 3}


def test_closed_ones_are_told_from_open_ones(course):
    modules = modules_below(course, 2)
    close(modules[0])
    assert queries.closed_among([module.translation_key for module in modules]) == {modules[0].translation_key}


def test_a_text_of_another_language_says_which(homes, member):
    course = course_below(section_below(homes["pt"], slug="courses"))
    published(course)
    module = published(page_below(course, ModulePage, title="Módulo", live=False))
    published(page_below(module, ReadingPage, title="Leitura", live=False))
    french = module.get_translation(homes["fr"].locale)
    assert [(row.title, row.code) for row in units_of(french, member)] == [("Leitura", "pt")]
    assert [row.code for row in modules_of(french.get_parent(), member)] == ["pt"]
    assert [row.code for row in units_of(module, member)] == [None]


@pytest.mark.parametrize("number", [1, 3])
def test_units_take_one_query_however_many_and_of_whatever_kind(course, member, django_assert_num_queries, number):
    module = modules_below(course, 1)[0]
    units_below(module, number)
    with django_assert_num_queries(1):
        assert len(units_of(module, member)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_modules_take_one_query_however_many(course, member, django_assert_num_queries, number):
    modules_below(course, number)
    with django_assert_num_queries(1):
        assert len(modules_of(course, member)) == number


@pytest.mark.parametrize("number", [1, 3])
def test_counting_units_takes_one_query_however_many_modules(course, member, django_assert_num_queries, number):
    for module in modules_below(course, number):
        units_below(module, 1)
    with django_assert_num_queries(1):
        assert len(queries.units_in_each(course, member)) == number
