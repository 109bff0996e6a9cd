"""Adaptations on the page: told by a form, looked at by an editor, read by all."""

import re

import pytest
from django.urls import reverse

from content.adapting.models import Adaptation
from tests.content.adapting.conftest import shown, told
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
GIVEN = {"country": "GW", "year": "2025", "kept": "As visitas.", "changed": "O calendário é o do caju.", "contact": "caju@example.org"}


def new(page, language="pt"):
    return f"/{language}/library/adaptations/{page.translation_key}/new/"


def family(page):
    return f"/pt/library/adaptations/{page.translation_key}/"


def of(row, tail=""):
    return f"/pt/library/adaptations/told/{row.uid}/{tail}"


def test_a_member_tells_an_editor_shows_and_everybody_reads(client, calendar, ana, keeper):
    client.force_login(ana)
    answer = client.post(new(calendar), GIVEN, follow=True)
    assert "caju" in answer.content.decode()
    row = Adaptation.objects.get()
    client.force_login(keeper)
    assert of(row) in client.get("/pt/library/adaptations/waiting/").content.decode()
    assert client.post(of(row, "decide/"), {"accept": "1"}).status_code == 302
    client.logout()
    text = client.get(family(calendar)).content.decode()
    assert "O calendário é o do caju." in text
    assert "Guiné-Bissau" in text
    assert "<svg" in text
    assert of(row) in client.get("/pt/practices/calendario/").content.decode()


def test_a_stranger_is_led_to_the_sign_in(client, calendar):
    answer = client.get(new(calendar))
    assert answer.status_code == 302
    assert "next=" in answer["Location"]
    assert client.post(new(calendar), GIVEN).status_code == 403
    for name in ("adaptations-mine", "adaptations-waiting"):
        assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"country": "ZZ"}, "country"),
        ({"country": ""}, "country"),
        ({"year": "3025"}, "year"),
        ({"year": "x"}, "year"),
        ({"kept": " ", "changed": ""}, "changed"),
        ({"own": "https://elsewhere.example.org/x/"}, "own"),
        ({"own": "http://[bad"}, "own"),
        ({"own": "/pt/practices/calendario/"}, "own"),
        ({"kept": "x" * 2001}, "kept"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(client, calendar, ana, wrong, field):
    client.force_login(ana)
    answer = client.post(new(calendar), {**GIVEN, **wrong})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "caju@example.org" in answer.content.decode()
    assert not Adaptation.objects.exists()


def test_a_building_block_an_earlier_adaptation_and_its_own_record_may_be_named(client, ana, keeper, tree):
    page = whole("Com blocos", building_blocks=[("block", {"title": "O mapa", "what": "<p>Um mapa.</p>"})])
    other, child = shown(page, ana, keeper, "TL"), practice("Filha", slug="filha")
    block = str(page.building_blocks[0].id)
    client.force_login(ana)
    assert "O mapa" in client.get(new(page) + f"?block={block}").content.decode()
    client.post(new(page), {**GIVEN, "block_id": block, "parent": str(other.uid), "own": "https://x/fr/practices/filha/"})
    row = Adaptation.objects.get(country__iso2="GW")
    assert (row.block_id, row.parent, row.became_key) == (block, other, child.translation_key)


def test_hidden_is_not_found_and_refused_is_told(client, calendar, ana, member, keeper):
    row = told(calendar, ana)
    client.force_login(member)
    assert client.get(of(row)).status_code == 404
    assert client.post(of(row, "decide/"), {"accept": "1"}).status_code == 404
    assert client.get("/pt/library/adaptations/waiting/").status_code == 403
    client.force_login(ana)
    assert client.get(of(row)).status_code == 200
    assert client.post(of(row, "decide/"), {"accept": "1"}).status_code == 403
    client.force_login(keeper)
    assert client.post(of(row, "take-back/")).status_code == 403
    calendar.live = False
    calendar.save()
    assert client.get(family(calendar)).status_code == 404
    assert client.get(new(calendar)).status_code == 404


def test_an_editor_refuses_only_with_a_reason(client, calendar, ana, keeper):
    row = told(calendar, ana)
    client.force_login(keeper)
    assert client.post(of(row, "decide/"), {"refuse": "1"}).status_code == 422
    assert client.post(of(row, "decide/"), {"refuse": "1", "reason": "Names a child."}).status_code == 302
    client.force_login(ana)
    assert "Names a child." in client.get(of(row)).content.decode()


def test_whoever_told_takes_it_back_by_post_only(client, calendar, ana):
    row = told(calendar, ana)
    client.force_login(ana)
    assert client.get(of(row, "take-back/")).status_code == 405
    assert of(row) in client.get("/pt/library/adaptations/mine/").content.decode()
    client.post(of(row, "take-back/"))
    assert not Adaptation.objects.exists()


def test_words_of_people_are_words(client, calendar, ana, keeper):
    row = shown(calendar, ana, keeper, result="<script>alert(1)</script>", place="<b>x</b>")
    for address in (family(calendar), of(row), "/pt/practices/calendario/"):
        text = client.get(address).content.decode()
        assert "<script>alert" not in text
        assert "<b>x</b>" not in text


def test_who_tells_of_very_many_is_slowed_down(client, calendar, ana, monkeypatch):
    monkeypatch.setattr("content.adapting.views.MOST", 1)
    client.force_login(ana)
    assert client.post(new(calendar), GIVEN).status_code == 302
    assert client.post(new(calendar), {**GIVEN, "year": "2024"}).status_code == 422


def test_every_country_of_the_map_is_a_link_to_its_words(client, calendar, ana, keeper):
    shown(calendar, ana, keeper, "ST")
    shown(calendar, ana, keeper, "CV", year=2024)
    text = client.get(family(calendar)).content.decode()
    links = set(re.findall(r'href="#(country-[A-Z]{2})"', text))
    assert links == {"country-ST", "country-CV"}
    assert all(f'id="{name}"' in text for name in links)


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize("name", ["adaptations-waiting", "adaptations-mine", "family"])
def test_lists_ask_the_same_questions_for_one_and_three(client, calendar, ana, keeper, many, name, django_assert_max_num_queries):
    for number in range(many):
        (shown if name == "family" else told)(calendar, ana, *([keeper] if name == "family" else []), "GW", year=2000 + number)
    client.force_login(keeper if name == "adaptations-waiting" else ana)
    address = family(calendar) if name == "family" else reverse(name)
    client.get(address)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
