"""Editors see, for a page and for all pages, which facts its languages do not share."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from content.factcheck.queries import checked, languages_of, text_of, translated_keys
from content.factcheck.rules import can_check, visible_to
from content.pages.models import SessionPage
from content.standing.permissions import grant
from tests.factories.cast import *  # noqa: F403 - the stock cast as fixtures
from tests.factories.content import page_below, site_tree
from tests.factories.practices import library, practice


@pytest.fixture
def homes(db):
    trees = site_tree()
    grant()
    return trees


@pytest.fixture
def pair(homes):
    """Return a session in English and in French whose year differs."""
    english = page_below(homes["en"], SessionPage, title="Young dockers", date_as_written="Tuesday, June 9")
    french = page_below(
        homes["fr"], SessionPage, title="Jeunes dockers", date_as_written="Mardi 9 juin 2026", translation_key=english.translation_key
    )
    return english, french


def test_the_texts_of_a_page_are_its_own_first_without_stand_ins(pair):
    assert [text.locale.language_code for text in languages_of(pair[1])] == ["fr", "en"]


def test_a_page_says_its_title_texts_blocks_and_days(homes):
    library("en")
    page = practice("A title", language="en", objectives="<p>In <b>words</b></p>", summary="Short")
    text = text_of(page)
    assert "A title" in text
    assert "In words" in text
    assert "Short" in text
    assert "CC-BY" not in text


def test_the_year_is_found_between_two_pages_from_either_side(pair):
    for page in pair:
        assert [(str(found.sort), found.language) for found in checked(page)] == [("year", "fr")]


def test_what_an_editor_has_not_published_yet_counts(pair):
    english, _french = pair
    english.date_as_written = "Tuesday, June 9, 2026"
    english.save_revision()
    assert checked(english) == []


def test_a_page_in_one_language_has_nothing_to_differ(homes):
    assert checked(page_below(homes["en"], SessionPage, title="Alone")) == []


def test_pages_with_two_texts_of_their_own_are_those_that_are_checked(pair, homes):
    page_below(homes["en"], SessionPage, title="Alone")
    assert pair[0].translation_key in set(translated_keys())


def test_the_screen_shows_both_wordings_to_who_edits_the_page(pair, client, editor):
    editor.language = "en"
    editor.save()
    client.force_login(editor)
    shown = client.get(reverse("fact-check", args=[pair[0].pk])).content.decode()
    assert "Mardi 9 juin 2026" in shown
    assert "Tuesday, June 9" in shown


def test_the_screen_says_when_nothing_differs_or_nothing_is_there_to_compare(homes, client, editor):
    editor.language = "en"
    editor.save()
    client.force_login(editor)
    alone = page_below(homes["en"], SessionPage, title="Alone")
    assert "one language only" in client.get(reverse("fact-check", args=[alone.pk])).content.decode()
    page_below(homes["fr"], SessionPage, title="Seul", translation_key=alone.translation_key)
    assert "Nothing differs" in client.get(reverse("fact-check", args=[alone.pk])).content.decode()


def test_the_screen_asks_as_often_for_many_differences_as_for_one(pair, client, editor, django_assert_max_num_queries):
    client.force_login(editor)
    english, _french = pair
    address = reverse("fact-check", args=[english.pk])
    client.get(address)
    english.place = "1998, 1999 and 2001"
    english.save_revision()
    with django_assert_max_num_queries(45):
        client.get(address)


@pytest.mark.parametrize("person", ["learner", "facilitator", "partner"])
def test_who_may_not_edit_sees_nothing(pair, client, person, request):
    client.force_login(request.getfixturevalue(person))
    assert client.get(reverse("fact-check", args=[pair[0].pk])).status_code in (302, 403)


def test_a_page_that_is_not_there_is_not_found(homes, client, editor):
    client.force_login(editor)
    assert client.get(reverse("fact-check", args=[999999]), follow=True).status_code == 404


def test_the_rule_and_its_queryset_agree_for_the_whole_cast(pair, request):
    for name in ("learner", "facilitator", "moderator", "partner", "translator", "editor", "reviewer", "admin"):
        person = request.getfixturevalue(name)
        for page in pair:
            assert can_check(person, page) == visible_to(person).filter(pk=page.pk).exists(), name


def run(*named: str) -> str:
    out = StringIO()
    try:
        call_command("check_facts", *named, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}! {error}"
    return out.getvalue()


def test_the_command_tells_each_difference_in_one_line_and_fails(pair):
    said = run(str(pair[0].pk))
    assert "year: fr “Mardi 9 juin 2026" in said
    assert said.endswith("! 1 differences.")
    assert "Mardi 9 juin" in run()


def test_the_command_compares_two_files(tmp_path, homes):
    for name, text in (("en.txt", "On June 9 in the harbour"), ("fr.txt", "Le 9 juin 2026 au port")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "en.txt/fr.txt: year" in run(str(tmp_path / "en.txt"), str(tmp_path / "fr.txt"))
    (tmp_path / "fr.txt").write_bytes(b"\x89PNG\x00")
    assert "fr.txt:" in run(str(tmp_path / "en.txt"), str(tmp_path / "fr.txt"))


def test_the_command_names_a_page_that_is_not_there(homes):
    assert run("/en/nowhere/") == "! /en/nowhere/: there is no such page."
    assert "Nothing differs." in run()
