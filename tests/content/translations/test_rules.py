"""Who sees the board, and who does what from it."""

import pytest
from wagtail.models import GroupPagePermission

from content.translations.models import Wording
from content.translations.rules import can_confirm, can_see_board, can_translate, may_translate, visible_to
from tests.factories.content import page_below, published, section_below

pytestmark = pytest.mark.django_db

SEE = {"editor", "reviewer", "translator", "admin"}
TRANSLATE = {"editor", "translator", "admin"}


def test_the_board_is_for_those_who_work_on_pages(cast, page):
    assert {role for role, person in cast.items() if can_see_board(person)} == SEE
    assert {role for role, person in cast.items() if visible_to(person).exists()} == SEE


def test_translations_are_begun_by_those_who_translate(cast, page):
    assert {role for role, person in cast.items() if may_translate(person)} == TRANSLATE
    assert {role for role, person in cast.items() if can_translate(person, page)} == TRANSLATE


def test_what_is_still_right_is_said_by_those_who_publish(cast, page):
    assert {role for role, person in cast.items() if can_confirm(person, page)} == SEE


def test_somebody_without_an_account_in_use_sees_nothing(editor, page):
    editor.is_active = False
    assert not can_see_board(editor)
    assert not visible_to(editor).exists()


def test_a_person_sees_the_rows_of_the_pages_that_she_may_work_on(homes, page, translator):
    section = published(section_below(homes["pt"], title="Secção"))
    inside = published(page_below(section, title="Dentro"))
    GroupPagePermission.objects.filter(group__name="translator").update(page=section)
    keys = {row.translation_key for row in visible_to(translator)}
    assert keys == {section.translation_key, inside.translation_key}
    assert [row.pk for row in Wording.objects.order_by("pk") if can_translate(translator, row.original)] == [
        row.pk for row in visible_to(translator).order_by("pk")
    ]
