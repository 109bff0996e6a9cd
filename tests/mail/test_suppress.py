"""The page behind the stop link, and the list of addresses that get no mail."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail import hooks

from mail.actions import resume, suppress, suppress_address
from mail.addresses import hidden
from mail.models import Suppression
from mail.queries import is_suppressed, stopped_kinds
from mail.unsubscribing import VALID_SECONDS, stop_url, token_for

pytestmark = pytest.mark.django_db
ANA = "ana@example.org"


@pytest.fixture
def url():
    with translation.override("en"):
        return reverse("mail-stop", args=[token_for(address=ANA, kind="news")])


def test_following_the_link_changes_nothing(client, url):
    for answer in (client.get(url), client.head(url)):
        assert answer.status_code == 200
    assert not Suppression.objects.exists()


def test_the_page_shows_a_button_and_no_address(client, url):
    text = client.get(url).content.decode()
    assert 'name="stop"' in text
    assert ANA not in text


def test_the_button_stops_this_kind_to_this_address_only(client, url):
    answer = client.post(url, {"stop": "1"})
    assert answer.status_code == 200
    assert is_suppressed(address=ANA, kind="news")
    assert not is_suppressed(address=ANA, kind="digest")
    assert not is_suppressed(address="rui@example.org", kind="news")


def test_a_mail_reader_stops_it_with_one_post_and_no_cookie(url):
    reader = Client(enforce_csrf_checks=True)
    assert reader.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert stopped_kinds(address=ANA) == {"news"}


def test_pressing_twice_is_one_row_and_the_way_back_is_open(client, url):
    client.post(url)
    client.post(url)
    assert Suppression.objects.count() == 1
    client.post(url, {"resume": "1"})
    assert not is_suppressed(address=ANA, kind="news")


def test_the_link_in_a_mail_leads_to_the_page(client, settings):
    url = stop_url(address=ANA, kind="news", language="fr")
    assert url.startswith(f"{settings.SITE_URL}/fr/mail/stop/")
    assert client.get(url.removeprefix(settings.SITE_URL)).status_code == 200


@pytest.mark.parametrize(
    "token",
    ["x", "x:y:z", "a" * 3000, signing.dumps(["hash", "news"]), signing.dumps(5, salt="mail.stop"), "%00"],
    ids=["word", "three", "long", "of another kind", "of another shape", "nothing"],
)
def test_a_forged_link_is_not_found(client, token):
    with translation.override("en"):
        assert client.post(reverse("mail-stop", args=[token])).status_code == 404
    assert not Suppression.objects.exists()


def test_an_old_link_says_so(client, url, monkeypatch):
    monkeypatch.setattr("django.core.signing.time.time", lambda: 4_000_000_000 + VALID_SECONDS)
    assert client.post(url).status_code == 410
    assert not Suppression.objects.exists()


def test_readers_are_told_what_kind_of_mail_it_is(client, url):
    with hooks.register_temporarily("mail_kinds", lambda: [("news", "replies to <your> posts")]):
        assert "replies to &lt;your&gt; posts" in client.get(url).content.decode()


@pytest.mark.parametrize("same", ["Ana@Example.org", " ana@example.org ", "ａna@example.org"])
def test_an_address_is_the_same_however_it_is_written(same, now):
    suppress(address_hash=hidden(same), kind="news", now=now)
    assert is_suppressed(address=ANA, kind="news")


def test_the_list_holds_no_address(now):
    suppress_address(address=ANA, now=now)
    assert "ana" not in str(Suppression.objects.values().get())


def test_a_reader_cannot_lift_what_a_server_said(now):
    suppress_address(address=ANA, now=now)
    resume(address_hash=hidden(ANA), kind="")
    assert is_suppressed(address=ANA, kind="news")


def test_stopping_outlives_the_day(now):
    suppress(address_hash=hidden(ANA), kind="news", now=now - timedelta(days=3000))
    assert is_suppressed(address=ANA, kind="news")
