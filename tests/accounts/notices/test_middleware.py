"""Asking again on change: once, never in the way of reading, leaving or taking along; nothing that was sent is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.actions import raise_notice
from accounts.models import Acceptance
from accounts.notices.middleware import TICK
from accounts.notices.queries import current_versions

pytestmark = pytest.mark.django_db
ASK = "/en/account/notices/"
PAGE = "/en/search/"
FORM = "/en/nowhere/"


@pytest.fixture
def changed(client, learner):
    """Sign a learner in and change the terms."""
    client.force_login(learner)
    raise_notice(kind="terms", version="2", now=timezone.now(), change="Forums have rules now.")
    return learner


def test_the_next_page_asks_once_and_then_pages_stay_readable(client, changed):
    answer = client.get("/en/nowhere/?q=1")
    assert answer.url == f"{ASK}?next=%2Fen%2Fnowhere%2F%3Fq%3D1"
    page = client.get(answer.url).content.decode()
    assert "Forums have rules now." in page
    assert 'href="/en/nowhere/?q=1"' in page
    assert client.get("/en/nowhere/").status_code == 404


def test_accepting_is_kept_with_its_time_and_leads_on(client, changed):
    answer = client.post(ASK, {TICK: current_versions(), "next": "/en/account/"})
    assert answer.url == "/en/account/"
    assert Acceptance.objects.get(person=changed).notice.version == "2"
    assert client.get("/en/nowhere/").status_code == 404


@pytest.mark.parametrize("tick", [{}, {TICK: ""}, {TICK: "stale"}])
def test_without_the_tick_nothing_is_accepted(client, changed, tick):
    answer = client.post(ASK, tick)
    assert answer.status_code == 200
    assert 'id="tick_error"' in answer.content.decode()
    assert not Acceptance.objects.exists()


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\x00"])
def test_it_leads_nowhere_else(client, changed, onward):
    assert client.post(ASK, {TICK: current_versions(), "next": onward}).url == ASK
    assert "evil" not in client.get(ASK, {"next": onward}).content.decode().partition("<main")[2]


def test_what_is_sent_is_held_shown_and_goes_on_with_the_answer(client, changed):
    answer = client.post(FORM, {"text": 'My long "post" <b>&', "tags": ["a", "b"]})
    assert answer.status_code == 403
    page = answer.content.decode()
    assert 'value="My long &quot;post&quot; &lt;b&gt;&amp;"' in page
    assert page.count('name="tags"') == 2
    assert f'action="{FORM}"' in page
    assert not Acceptance.objects.exists()

    sent_on = client.post(FORM, {"text": "My long post", TICK: current_versions()})

    assert sent_on.status_code in (404, 405)
    assert Acceptance.objects.filter(person=changed).exists()


def test_files_are_named_since_they_must_be_chosen_again(client, changed):
    answer = client.post(FORM, {"text": "Hello", "file": SimpleUploadedFile("plan <1>.pdf", b"x")})
    assert "plan &lt;1&gt;.pdf" in answer.content.decode()


def test_a_forged_answer_accepts_nothing(changed):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(changed)
    assert strict.post(FORM, {TICK: current_versions()}).status_code == 403
    assert not Acceptance.objects.exists()


@pytest.mark.parametrize(
    "path", ["/en/account/", "/en/account/data/", "/en/account/erase/", "/en/account/logout/", "/en/account/preferences/"]
)
def test_the_account_is_never_held(client, changed, path):
    assert client.get(path).status_code == 200


def test_signing_out_is_never_held(client, changed):
    assert client.post("/en/account/logout/").url == "/en/"


@pytest.mark.parametrize("path", ["/static/css/nothing.css", "/documents/999/a.pdf", "/healthz"])
def test_files_and_machines_are_never_asked(client, changed, path):
    answer = client.get(path)
    assert ASK not in answer.get("Location", "")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Dest": "empty"}, {"Sec-Fetch-Dest": "image"}, {"Sec-Purpose": "prefetch;prerender"}])
def test_what_no_person_sees_as_a_page_is_not_asked(client, changed, headers):
    assert ASK not in client.get("/en/nowhere/", headers=headers).get("Location", "")
    assert client.get("/en/nowhere/").url.startswith(ASK)


def test_head_is_not_asked(client, changed):
    assert ASK not in client.head("/en/nowhere/").get("Location", "")


def test_strangers_are_not_asked(client):
    raise_notice(kind="terms", version="1", now=timezone.now())
    assert client.get("/en/nowhere/").status_code == 404


def test_the_next_change_asks_again(client, changed):
    client.post(ASK, {TICK: current_versions()})
    raise_notice(kind="privacy", version="1", now=timezone.now())
    assert client.get("/en/nowhere/").url.startswith(ASK)


def test_the_account_shows_that_something_is_pending(client, changed):
    assert ASK in client.get("/en/account/").content.decode()


def test_once_accepted_pages_cost_no_query_for_it(client, changed):
    client.post(ASK, {TICK: current_versions()})
    client.get("/en/nowhere/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/nowhere/")
    assert not [query for query in asked if "accounts_notice" in query["sql"] or "accounts_acceptance" in query["sql"]]
