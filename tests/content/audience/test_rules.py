"""Who may read: one answer for a page in all its languages, for a person and for a list."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from treebeard.mp_tree import MP_Node
from wagtail.models import Page

from content.audience.actions import carry_levels, set_level
from content.audience.choices import Level
from content.audience.models import Access
from content.audience.queries import level_of, own_level
from content.audience.rules import can_read, visible_to
from content.pages.models import ArticlePage, SectionPage
from tests.content.conftest import LANGUAGES, published


def stranger() -> AnonymousUser:
    return AnonymousUser()


def move(page: Page, target: Page) -> None:
    """Move a page in one language only, as it stands until the job has run that moves the other languages after it."""
    MP_Node.move(Page.objects.get(pk=page.pk), Page.objects.get(pk=target.pk), pos="last-child")


def test_pages_without_a_row_are_open(tree):
    page = tree.add("Open")["fr"]
    assert level_of(page) == Level.OPEN
    assert can_read(stranger(), page)


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_row_closes_a_page_and_all_below_it_in_every_language(tree, closed, code):
    assert level_of(closed[code]) == Level.MEMBERS
    assert level_of(closed[code].get_parent()) == Level.MEMBERS
    assert not can_read(stranger(), closed[code])
    assert not can_read(None, closed[code])


def test_members_read_what_is_closed_and_people_whose_account_is_off_do_not(closed, member):
    assert can_read(member, closed["pt"])
    member.is_active = False
    assert not can_read(member, closed["pt"])


def test_a_row_below_cannot_open_what_is_closed_above(tree, closed):
    tree.close(closed["pt"], level="open")
    assert own_level(closed["pt"].translation_key) == Level.OPEN
    assert level_of(closed["pt"]) == Level.MEMBERS


def test_opening_again_opens_all_languages(tree, closed):
    tree.close(closed["pt"].get_parent(), level="open")
    assert all(can_read(stranger(), page) for page in closed.values())


def test_neighbours_whose_path_begins_alike_stay_open(tree, closed):
    assert all(can_read(stranger(), page) for page in tree.homes.values())
    assert can_read(stranger(), tree.add("Beside")["pt"])


def test_a_page_moved_out_in_one_language_stays_closed_as_long_as_it_is_closed_in_another(tree, closed):
    open_section = tree.add("Elsewhere", kind=SectionPage)
    move(closed["en"], open_section["en"])
    moved = Page.objects.get(pk=closed["en"].pk)
    assert not can_read(stranger(), moved)


def test_what_is_written_below_a_page_moved_out_in_one_language_is_closed_too(tree):
    course = tree.add("Course", kind=SectionPage)
    module = tree.add("Module", kind=SectionPage, under=course)
    tree.close(course["pt"])
    move(module["en"], tree.homes["en"])
    below = published(Page.objects.get(pk=module["en"].pk), ArticlePage(title="New", locale=tree.homes["en"].locale))
    assert not can_read(stranger(), below)


def test_an_alias_of_a_closed_page_is_closed_wherever_it_stands(tree, closed):
    alias = closed["pt"].create_alias(parent=tree.homes["pt"], update_slug="other", reset_translation_key=True)
    assert alias.translation_key != closed["pt"].translation_key
    assert not can_read(stranger(), alias)


def test_a_page_moved_into_a_closed_section_is_closed_at_once(tree, closed):
    page = tree.add("Late")["pt"]
    move(page, closed["pt"].get_parent())
    assert not can_read(stranger(), Page.objects.get(pk=page.pk))


def test_the_rule_and_its_twin_agree_on_every_page_for_everybody(tree, closed, member, admin):
    tree.add("Open")
    for person in (stranger(), None, member, admin):
        seen = set(visible_to(person, Page.objects.all()).values_list("pk", flat=True))
        assert seen == {page.pk for page in Page.objects.all() if can_read(person, page)}


def test_setting_twice_changes_nothing_and_unknown_levels_are_refused(tree):
    page = tree.add("Twice")["pt"]
    for _time in range(2):
        tree.close(page)
    assert Access.objects.filter(translation_key=page.translation_key).count() == 1
    with pytest.raises(ValueError, match="vip"):
        set_level(translation_key=page.translation_key, level="vip", now=timezone.now())


def test_a_copy_of_a_closed_section_is_closed_with_all_below_it(tree, closed):
    section = closed["pt"].get_parent()
    copy = section.copy(recursive=True, update_attrs={"slug": "copy"})
    assert carry_levels(source=section, copy=copy, now=timezone.now()) == 1
    assert level_of(copy.get_children().get()) == Level.MEMBERS


def test_members_cost_no_query_and_strangers_two_however_often_they_ask(closed, member, django_assert_num_queries):
    page, person = closed["pt"], stranger()
    with django_assert_num_queries(0):
        assert can_read(member, page)
    with django_assert_num_queries(2):
        assert not can_read(person, page)
        assert not can_read(person, closed["fr"])
        visible_to(person, Page.objects.all())
