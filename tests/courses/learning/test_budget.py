"""Data budget: words instead of pictures and posters, for strangers by cookie, for members on every device."""

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from content.weight.budget import budget_of
from courses.learning.models import LearnerWish
from tests.factories.accounts import PASSWORD
from tests.factories.courses import video_below

pytestmark = pytest.mark.django_db
DATA = "/en/learning/data/"


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    ("cookie", "headers", "budget"),
    [
        ("", {}, "video"),
        ("", {"HTTP_SAVE_DATA": "on"}, "text"),
        ("", {"HTTP_SAVE_DATA": "off"}, "video"),
        ("video", {"HTTP_SAVE_DATA": "on"}, "video"),
        ("pictures", {}, "pictures"),
        ("<x>", {}, "video"),
    ],
)
def test_the_cookie_says_then_the_browser(cookie, headers, budget):
    request = RequestFactory().get("/", **headers)
    if cookie:
        request.COOKIES["data_budget"] = cookie
    assert budget_of(request) == budget


def test_without_a_request_everything_is_shown():
    assert budget_of(None) == "video"


def test_a_stranger_chooses_by_cookie_and_is_led_back(client, django_assert_num_queries):
    assert "checked" in words(client.get(DATA))
    answer = client.post(DATA, {"budget": "text", "next": "/en/courses/"})
    assert answer.url == "/en/courses/"
    assert answer.cookies["data_budget"].value == "text"
    assert answer.cookies["data_budget"]["httponly"]
    assert not LearnerWish.objects.exists()
    with django_assert_num_queries(0):
        assert client.post(DATA, {"budget": "video"}).url == DATA


@pytest.mark.parametrize("bad", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(client, bad):
    assert client.post(DATA, {"budget": "text", "next": bad}).url == DATA


def test_a_budget_that_is_none_is_refused(client):
    assert client.post(DATA, {"budget": "x"}).status_code == 422


def test_it_needs_its_token(homes):
    assert Client(enforce_csrf_checks=True).post(DATA, {"budget": "text"}).status_code == 403


def test_a_member_finds_it_on_another_device(as_ines, ines):
    as_ines.post(DATA, {"budget": "text"})
    assert LearnerWish.objects.get().budget == "text"
    other = Client()
    other.post("/en/account/login/", {"login": ines.email, "password": PASSWORD, "way": "password"})
    assert other.session["data_budget"] == "text"
    assert 'value="text" ' in words(other.get(DATA)).partition("checked")[0].rpartition("<input")[2]


def test_a_video_becomes_its_words_and_a_link_with_its_size(client, units, modules):
    path = units[1].get_url()
    unit = video_below(modules[0], place="youtube", title="Hosted", megabytes="9.1")
    type(unit).objects.filter(pk=unit.pk).update(
        video='[{"type": "video", "id": "8a1c0f6e-6f0a-4d7e-9d0e-2b8f6f1f0a11", "value": {"title": "A video", "place": "youtube",'
        ' "address": "https://www.youtube.com/watch?v=abcdefghijk", "megabytes": "9.1"}}]'
    )
    whole = words(client.get(unit.get_url()))
    assert '<img class="band"' in whole
    client.cookies["data_budget"] = "pictures"
    light = words(client.get(unit.get_url()))
    assert '<img class="band"' not in light
    assert "9.1" in light.partition("Watch")[2][:200]
    assert client.get(path).status_code == 200


def test_shared_caches_are_told(client, units):
    vary = client.get(units[0].get_url())["Vary"]
    assert "Save-Data" in vary
    assert "Cookie" in vary


def test_a_unit_leads_here_and_back(client, units):
    path = units[0].get_url()
    assert f'href="{DATA}?next={path}"' in words(client.get(path))
    assert f'value="{path}"' in words(client.get(f"{DATA}?next={path}"))


def test_a_strangers_unit_page_asks_nothing_more(client, units):
    client.get(units[0].get_url())
    with CaptureQueriesContext(connection) as asked:
        client.get(units[0].get_url())
    assert not [query for query in asked if "courses_learnerwish" in query["sql"] or "courses_note" in query["sql"]]
