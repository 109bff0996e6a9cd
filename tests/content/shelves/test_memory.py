"""What a process remembers is what is stored, read once."""

import pytest
from django.contrib.auth.models import AnonymousUser

from content.audience.actions import set_level
from content.shelves.actions import rebuild, shelve
from content.shelves.memory import current
from content.shelves.models import ShelfItem
from content.taxonomy.models import Country
from tests.factories.practices import NOW, practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(shelf):
    page = practice(countries="BR")
    shelve(keys=[page.translation_key])
    return page


def number(page):
    return ShelfItem.objects.get(translation_key=page.translation_key).pk


def test_it_is_read_once_until_something_changes(page, django_assert_num_queries):
    with django_assert_num_queries(2):
        first = current()
    with django_assert_num_queries(1):
        assert current() is first
    other = practice(countries="BR AO")
    shelve(keys=[other.translation_key])
    with django_assert_num_queries(2):
        second = current()
    brazil = Country.objects.get(iso2="BR").pk
    assert set(second.of("country", brazil)) == {number(page), number(other)}
    assert set(first.of("country", brazil)) == {number(page)}  # a reader in the middle of a page is not disturbed
    assert not second.of("country", 0)


def test_what_is_taken_away_is_forgotten(page):
    current()
    page.delete()
    assert not current().seen_by(None)


def test_a_rebuild_lets_everything_be_read_anew(page):
    before = current()
    rebuild()
    after = current()
    assert after.epoch != before.epoch
    assert set(after.seen_by(None)) == {number(page)}


def test_members_see_what_strangers_do_not(page, learner):
    open_to_all = practice()
    shelve(keys=[open_to_all.translation_key])
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    memory = current()
    assert set(memory.seen_by(AnonymousUser())) == {number(open_to_all)}
    assert set(memory.seen_by(learner)) == {number(open_to_all), number(page)}


def test_unions_are_reckoned_once(page):
    memory = current()
    assert memory.of_any(["level:open", "level:members"]) is memory.of_any(["level:open", "level:members"])
    assert memory.once("x", lambda: 1) == memory.once("x", lambda: 2) == 1
