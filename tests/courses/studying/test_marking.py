"""Marking as done, keeping one's place, going on: plain forms, each refusal a sentence."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from courses.completion.actions import note_reading
from courses.completion.models import Happening, UnitProgress
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.courses import course_below, reading_below
from tests.factories.learning import discussion_below, enrolled, quiz_below, self_paced

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(modules):
    return reading_below(modules[0])


def mark(client, unit):
    return client.post(reverse("unit-mark", args=[unit.translation_key]))


def keep(client, unit, place):
    return client.post(reverse("unit-place", args=[unit.translation_key]), {"place": place})


def test_marking_leads_back_to_the_unit_which_says_so(client, enrolment, unit):
    client.force_login(enrolment.person)
    answer = mark(client, unit)
    assert (answer.status_code, answer.url) == (302, "/en/courses/inspection/module-name-1/a-reading/")
    assert UnitProgress.objects.get().done_at
    page = client.get(answer.url).content.decode()
    assert "Marked as done." in page
    assert 'data-is="done"' in page
    assert "unit-mark" not in page
    assert "Mark as done" not in page


def test_the_form_sent_again_changes_nothing(client, enrolment, unit):
    client.force_login(enrolment.person)
    for _ in range(3):
        assert mark(client, unit).status_code == 302
    assert Happening.objects.filter(deed="marked").count() == 1
    assert client.get(unit.url).content.decode().count("Marked as done.") == 1
    assert "Marked as done." not in client.get(unit.url).content.decode()


def test_it_needs_the_forms_token_and_a_post(enrolment, unit):
    client = Client(enforce_csrf_checks=True)
    client.force_login(enrolment.person)
    assert mark(client, unit).status_code == 403
    assert client.get(reverse("unit-mark", args=[unit.translation_key])).status_code == 405
    page = client.get(unit.url)
    token = page.context["csrf_token"]
    assert client.post(reverse("unit-mark", args=[unit.translation_key]), {"csrfmiddlewaretoken": str(token)}).status_code == 302


def test_a_stranger_is_told_to_sign_in(client, unit, edition):
    answer = mark(client, unit)
    assert answer.status_code == 403
    assert "Sign in to do this." in answer.content.decode()


def test_who_does_not_take_part_is_told_to_enrol(client, unit, edition):
    client.force_login(PersonFactory(language="en"))
    answer = mark(client, unit)
    assert answer.status_code == 403
    assert "You do not take part in this course." in answer.content.decode()
    assert not Happening.objects.exists()


def test_one_who_was_withdrawn_is_told_so_and_nothing_changes(client, enrolment, unit):
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    client.force_login(enrolment.person)
    assert mark(client, unit).status_code == 403
    assert not Happening.objects.exists()


def test_in_a_closed_edition_nothing_changes_any_more(client, enrolment, unit):
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    client.force_login(enrolment.person)
    answer = mark(client, unit)
    assert "This edition is closed" in answer.content.decode()
    assert client.get(unit.url).status_code == 200
    assert not Happening.objects.exists()


def test_a_unit_that_is_not_open_is_not_marked(client, enrolment, modules):
    unit = reading_below(modules[0], release='[{"type": "date", "value": "2999-01-01"}]')
    client.force_login(enrolment.person)
    answer = mark(client, unit)
    assert answer.status_code == 403
    assert "not open for you yet" in answer.content.decode()


@pytest.mark.parametrize("make", [quiz_below, discussion_below])
def test_what_is_done_by_doing_is_not_marked_by_hand(client, enrolment, modules, make):
    client.force_login(enrolment.person)
    answer = mark(client, make(modules[0]))
    assert answer.status_code == 403
    assert "not marked by hand" in answer.content.decode()


def test_a_unit_of_nowhere_or_unpublished_is_not_there(client, enrolment, modules):
    client.force_login(enrolment.person)
    assert mark(client, reading_below(modules[0], live=False)).status_code == 404
    assert client.post(reverse("unit-mark", args=[uuid4()])).status_code == 404


def test_the_open_edition_is_the_one_that_is_marked_in(client, enrolment, course, unit):
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    again = enrolled(enrolment.person, self_paced(course))
    client.force_login(enrolment.person)
    assert mark(client, unit).status_code == 302
    assert UnitProgress.objects.get().enrolment == again


@pytest.mark.parametrize(("place", "status"), [("b-1_x", 204), ("", 400), ("x" * 41, 400), ("a b", 400), ("<i>", 400), ("é", 400)])
def test_a_place_is_the_id_of_a_block(client, enrolment, unit, place, status):
    note_reading(enrolment=enrolment, unit_key=unit.translation_key, language="en", now=NOW)
    client.force_login(enrolment.person)
    assert keep(client, unit, place).status_code == status
    assert UnitProgress.objects.get().place == (place if status == 204 else "")


def test_a_place_in_a_unit_that_was_never_opened_is_not_kept(client, enrolment, unit):
    client.force_login(enrolment.person)
    assert keep(client, unit, "b1").status_code == 204
    assert not UnitProgress.objects.exists()


def test_a_place_is_kept_of_oneself_alone(client, enrolment, unit, edition):
    note_reading(enrolment=enrolment, unit_key=unit.translation_key, language="en", now=NOW)
    client.force_login(enrolled(PersonFactory(), edition).person)
    keep(client, unit, "b1")
    assert UnitProgress.objects.get(enrolment=enrolment).place == ""
    assert Client().post(reverse("unit-place", args=[unit.translation_key]), {"place": "b1"}).status_code == 403


def go_on(client, course):
    return client.get(reverse("course-continue", args=[course.translation_key]))


def test_going_on_leads_to_where_she_stopped_on_any_device(client, enrolment, course, modules, unit):
    later = reading_below(modules[1], title="Later")
    client.force_login(enrolment.person)
    client.get(later.url)
    keep(client, later, "b7")
    phone = Client()
    phone.force_login(enrolment.person)
    assert go_on(phone, course).url == "/en/courses/inspection/module-name-2/later/#b7"


def test_going_on_without_taking_part_leads_to_the_course(client, course, unit):
    client.force_login(PersonFactory())
    assert go_on(client, course).url == "/en/courses/inspection/"


def test_going_on_signs_a_stranger_in_first_and_knows_no_course_of_nowhere(client, course, modules):
    assert "login" in go_on(client, course).url
    client.force_login(PersonFactory())
    assert client.get(reverse("course-continue", args=[uuid4()])).status_code == 404
    hidden = course_below(course.get_parent(), title="Hidden", slug="hidden", live=False)
    page_below(hidden, type(modules[0]), title="M")
    assert go_on(client, hidden).status_code == 404
