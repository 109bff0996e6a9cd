"""Each screen, asked by everybody of the stock cast."""

import pytest
from django.urls import reverse
from django.utils import timezone

from content.adapting.actions import refuse
from content.adapting.choices import State
from content.adapting.models import Adaptation
from content.audience.actions import set_level
from content.standing.permissions import grant
from mail.models import Message
from tests.content.adapting.conftest import shown, told
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
ROLES = ("stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin")
OFFICE = ("editor", "reviewer", "translator", "admin")  # who may publish pages
NAMES = {"pt": "Guiné-Bissau", "fr": "Guinée-Bissau", "en": "Guinea-Bissau", "es": "Guinea-Bissau"}


def at(name, *args):
    return reverse(name, args=args)


def enter(client, cast, role):
    if role != "stranger":
        client.force_login(cast[role])


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_the_family_and_members_may_tell(client, cast, calendar, ana, admin, role):
    row = shown(calendar, ana, admin)
    enter(client, cast, role)
    assert client.get(at("adaptations", calendar.translation_key)).status_code == 200
    assert client.get(at("adaptation", row.uid)).status_code == 200
    expected = 302 if role == "stranger" else 200
    assert client.get(at("adaptation-new", calendar.translation_key)).status_code == expected
    assert client.get(at("adaptations-mine")).status_code == expected


@pytest.fixture
def office(cast):
    """Give the groups what setup gives them; return the cast."""
    grant()
    return cast


@pytest.mark.parametrize("role", ROLES)
def test_only_whoever_publishes_the_practice_decides(client, office, calendar, ana, role):
    row = told(calendar, ana)
    enter(client, office, role)
    assert client.get(at("adaptation", row.uid)).status_code == (200 if role in OFFICE else 404)
    assert client.post(at("adaptation-decide", row.uid), {"accept": "1"}).status_code == (302 if role in OFFICE else 404)
    row.refresh_from_db()
    assert row.state == (State.ACCEPTED if role in OFFICE else State.WAITING)


@pytest.mark.parametrize("role", ROLES)
def test_what_waits_is_listed_to_the_office_alone(client, office, calendar, ana, role):
    row = told(calendar, ana)
    enter(client, office, role)
    answer = client.get(at("adaptations-waiting"))
    assert answer.status_code == (200 if role in OFFICE else 302 if role == "stranger" else 403)
    assert (str(row.uid) in answer.content.decode()) is (role in OFFICE)


def test_an_editor_is_not_shown_her_own_among_those_that_wait(client, office, calendar):
    row = told(calendar, office["editor"])
    client.force_login(office["editor"])
    assert str(row.uid) not in client.get(at("adaptations-waiting")).content.decode()
    assert client.get(at("adaptation", row.uid)).context["form"] is None
    assert client.post(at("adaptation-decide", row.uid), {"accept": "1"}).status_code == 403


@pytest.mark.parametrize("role", ROLES)
def test_nobody_takes_back_what_another_told(client, cast, calendar, ana, admin, role):
    row = shown(calendar, ana, admin)
    enter(client, cast, role)
    assert client.post(at("adaptation-take-back", row.uid)).status_code == 403
    assert Adaptation.objects.filter(pk=row.pk).exists()


def test_a_practice_for_members_keeps_its_family_for_members(client, calendar, ana, keeper):
    row = shown(calendar, ana, keeper)
    set_level(translation_key=calendar.translation_key, level="members", now=timezone.now())
    addresses = (at("adaptations", calendar.translation_key), at("adaptation", row.uid))
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    client.force_login(ana)
    assert [client.get(address).status_code for address in addresses] == [200, 200]


def test_what_came_of_a_practice_that_is_gone_is_still_listed_to_its_teller_without_its_title(client, calendar, ana):
    row = told(calendar, ana)
    calendar.live = False
    calendar.save()
    client.force_login(ana)
    text = client.get(at("adaptations-mine")).content.decode()
    assert at("adaptation", row.uid) in text
    assert "Calendário" not in text
    assert client.get(at("adaptation", row.uid)).status_code == 200


def test_an_editor_names_the_record_that_it_became(client, calendar, ana, keeper):
    row, child = told(calendar, ana), practice("Filha", slug="filha", countries="GW")
    client.force_login(keeper)
    assert client.post(at("adaptation-decide", row.uid), {"accept": "1", "own": "/pt/practices/filha/"}).status_code == 302
    row.refresh_from_db()
    assert row.became_key == child.translation_key
    client.logout()
    text = client.get(at("adaptations", child.translation_key)).content.decode()
    assert "Calendário" in text
    assert 'class="here"' in text


def test_a_circle_is_refused_with_a_sentence_and_what_was_typed_stays(client, calendar, ana, keeper):
    child = whole("Filha", slug="filha")
    shown(calendar, ana, keeper, became_key=child.translation_key)
    back = told(child, ana, "AO")
    client.force_login(keeper)
    answer = client.post(at("adaptation-decide", back.uid), {"accept": "1", "own": "/pt/practices/calendario/"})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    assert "/pt/practices/calendario/" in answer.content.decode()
    assert Adaptation.objects.get(pk=back.pk).state == State.WAITING


def test_what_was_decided_may_be_decided_otherwise(client, calendar, ana, keeper):
    row = shown(calendar, ana, keeper)
    client.force_login(keeper)
    client.post(at("adaptation-decide", row.uid), {"refuse": "1", "reason": "Nomeia uma criança."})
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.REFUSED, "Nomeia uma criança.")
    client.post(at("adaptation-decide", row.uid), {"accept": "1"})
    row.refresh_from_db()
    assert (row.state, row.reason) == (State.ACCEPTED, "")


@pytest.mark.parametrize("language", NAMES)
def test_the_mail_is_in_the_language_of_whoever_told(calendar, keeper, language):
    teller = PersonFactory(language=language)
    shown(calendar, teller, keeper)
    mail = Message.objects.get(to=teller.email)
    assert NAMES[language] in mail.subject
    assert "Calendário" in mail.text
    assert f"/{language}/library/adaptations/told/" in mail.text


def test_words_of_an_editor_are_words_in_the_mail(calendar, ana, keeper):
    refuse(adaptation=told(calendar, ana), by=keeper, reason="<script>alert(1)</script>\nE mais.", now=timezone.now())
    mail = Message.objects.get(to=ana.email)
    assert "<script>alert" not in mail.html
    assert "E mais." in mail.text


@pytest.mark.parametrize("page", ["0", "-1", "999999", "x", "%00", ""])
def test_pages_of_a_list_that_are_none_show_one_that_is(client, calendar, ana, page):
    told(calendar, ana)
    client.force_login(ana)
    assert client.get(at("adaptations-mine") + f"?page={page}").status_code == 200


def test_a_long_list_comes_in_pages(client, calendar, ana, monkeypatch):
    monkeypatch.setattr("content.adapting.views.SHOWN", 2)
    rows = [told(calendar, ana, year=2020 + number) for number in range(3)]
    client.force_login(ana)
    first, second = (client.get(at("adaptations-mine") + f"?page={number}").content.decode() for number in (1, 2))
    assert [str(row.uid) in first for row in rows] == [False, True, True]
    assert str(rows[0].uid) in second
    assert "page=2" in first


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_changes_are_made_by_post_alone(client, calendar, ana, keeper, method):
    row = told(calendar, ana)
    client.force_login(keeper)
    for name in ("adaptation-decide", "adaptation-take-back"):
        assert getattr(client, method)(at(name, row.uid)).status_code == 405


@pytest.mark.parametrize("tail", ["x/", "00000000-0000-4000-8000-000000000000/", "told/x/", "told/00000000-0000-4000-8000-000000000000/"])
def test_addresses_that_lead_to_nothing_are_not_found(client, tree, tail):
    assert client.get(f"/pt/library/adaptations/{tail}").status_code == 404
