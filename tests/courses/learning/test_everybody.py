"""A learner's screens for the whole cast, in five languages, by every method; and what is hers stays hers."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from courses.completion.actions import note_deed
from courses.completion.models import Completion
from courses.editions.choices import Stage
from courses.enrolment.queries import forget_enrolments
from courses.learning.actions import choose_budget, new_calendar_secret, save_note
from courses.learning.choices import Budget
from courses.learning.models import LearnerWish
from courses.learning.queries import continuing, mine, note_of, owner_of, unit_named, wish_of
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, quiz_below, self_paced, single

pytestmark = pytest.mark.django_db
OWN = ("", "calendar/", "notes/", "letters/")
LANGUAGES = ("pt", "pt-br", "en", "es", "fr")


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize("page", OWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_screen_is_drawn_in_each_language(as_ines, ines, enrolment, units, page, language):
    save_note(person=ines, unit_key=units[0].translation_key, text="Nota", now=NOW)
    new_calendar_secret(person=ines, now=NOW)
    answer = as_ines.get(f"/{language}/learning/{page}")
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in words(answer)
    assert '<meta name="robots" content="noindex">' in words(answer)


@pytest.mark.parametrize("page", OWN)
def test_each_screen_answers_head_and_is_kept_by_no_cache(as_ines, enrolment, page):
    answer = as_ines.head(f"/en/learning/{page}")
    assert answer.status_code == 200
    assert answer.content == b""
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("page", OWN)
def test_everybody_signed_in_has_screens_of_her_own_with_nothing_of_others(client, cast, ines, enrolment, units, page):
    save_note(person=ines, unit_key=units[0].translation_key, text="only mine", now=NOW)
    secret = str(new_calendar_secret(person=ines, now=NOW).calendar_secret)
    for role, person in cast.items():
        if role == "stranger":
            assert client.get(f"/en/learning/{page}").status_code == 302
            continue
        client.force_login(person)
        answer = client.get(f"/en/learning/{page}")
        assert answer.status_code == 200, role
        for own in ("only mine", secret, "0 % done"):
            assert own not in words(answer), role


@pytest.mark.parametrize("path", ["calendar/address/", "letters/"])
def test_forms_need_their_token(ines, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ines)
    assert client.post(f"/en/learning/{path}").status_code == 403


def test_no_screen_has_script_or_style_inside(as_ines, ines, enrolment, units):
    paths = [*OWN, "data/", f"notes/{units[0].translation_key}/", f"print/{units[0].get_parent().translation_key}/"]
    for path in paths:
        page = words(as_ines.get(f"/en/learning/{path}"))
        assert not re.search(r"<script(?![^>]*src=)|<style| style=| on[a-z]+=", page), path


def test_a_text_of_hers_is_never_html(as_ines, ines, units):
    save_note(person=ines, unit_key=units[0].translation_key, text="<script>alert(1)</script>\n\n<b>x</b>", now=NOW)
    for path in ("notes/", f"notes/{units[0].translation_key}/"):
        page = words(as_ines.get(f"/en/learning/{path}"))
        assert "<script>alert" not in page
        assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_a_wish_is_one_row_whatever_is_wished(ines):
    secret = new_calendar_secret(person=ines, now=NOW).calendar_secret
    choose_budget(person=ines, budget=Budget.TEXT, now=NOW)
    choose_budget(person=ines, budget=Budget.TEXT, now=NOW)
    assert LearnerWish.objects.count() == 1
    assert wish_of(ines).calendar_secret == secret
    assert owner_of(secret) == ines
    new_calendar_secret(person=ines, now=NOW)
    assert owner_of(secret) is None
    assert wish_of(ines).budget == "text"


def test_who_wished_nothing_has_no_row(ines):
    assert wish_of(ines) is None
    assert note_of(ines, ines.uid) is None


def test_a_quiz_is_a_unit_that_one_notes_on(modules):
    quiz = quiz_below(modules[0], single())
    row = unit_named(quiz.translation_key, language="en")
    assert (row.title, row.url, row.code) == ("A quiz", quiz.get_url(), "")


def test_the_panel_leads_to_what_she_came_into_last_and_is_not_closed(rf, ines, edition, course):
    request = rf.get("/")
    request.user = ines
    enrolled(ines, edition, since=NOW - timedelta(days=9))
    other = enrolled(ines, self_paced(course), since=NOW - timedelta(days=1))
    assert continuing(ines, now=NOW, request=request)[0] == other
    other.edition.stage, other.edition.closed_at = Stage.CLOSED, NOW
    other.edition.save()
    forget_enrolments(ines)
    assert continuing(ines, now=NOW, request=request)[0].edition == edition


def test_the_panel_is_gone_when_nothing_is_left(rf, ines, enrolment, units):
    request = rf.get("/")
    request.user = ines
    for unit in units:
        note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed="granted", now=NOW)
    forget_enrolments(ines)
    assert continuing(ines, now=NOW, request=request) is None


def test_completed_stands_behind_what_is_left_to_do(ines, enrolment, course):
    Completion.objects.create(enrolment=enrolment, completed_at=NOW)
    active = enrolled(ines, self_paced(course), asked_at=NOW - timedelta(days=30))
    found = mine(ines, now=NOW, language="en")
    assert [one.row for one in found] == [active, enrolment]
    assert [one.state for one in found] == ["active", "completed"]


def test_another_learners_progress_is_not_counted(as_ines, enrolment, edition, units):
    other = enrolled(PersonFactory(), edition)
    for unit in units:
        note_deed(enrolment=other, unit_key=unit.translation_key, deed="granted", now=NOW)
    assert "0 % done: 0 of 3 units" in words(as_ines.get("/en/learning/"))


def test_the_same_progress_in_every_language(as_ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[0].translation_key, deed="granted", now=NOW)
    for language in LANGUAGES:
        assert 'data-woven="5"' in words(as_ines.get(f"/{language}/learning/"))


def test_a_unit_taken_down_is_neither_left_nor_led_to(as_ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[0].translation_key, deed="viewed", now=NOW)
    units[0].unpublish()
    page = words(as_ines.get("/en/learning/"))
    assert "0 of 2 units" in page
    assert "First reading" not in page
