"""The card of a page."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from content.audience.actions import set_level
from content.cards.links import card_url
from tests.factories.content import page_below, published, site_tree


@pytest.fixture
def homes(db):
    """Plant the trees of four languages."""
    return site_tree()


def address(page, language="pt"):
    return f"/card/{language}/{page.translation_key}.png"


def test_an_open_page_has_a_card_that_anybody_may_keep(client, homes):
    answer = client.get(address(page_below(homes["pt"])))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert "public" in answer["Cache-Control"]
    assert answer.content.startswith(b"\x89PNG")


def test_each_language_has_its_own_card(client, homes):
    portuguese = page_below(homes["pt"], title="Conceitos")
    page_below(homes["fr"], title="Notions", translation_of=portuguese)
    assert client.get(address(portuguese)).content != client.get(address(portuguese, "fr")).content
    assert client.get(address(portuguese, "es")).status_code == 404


def test_a_page_for_members_has_no_card_in_any_language(client, homes):
    page = page_below(homes["pt"])
    page_below(homes["fr"], translation_of=page)
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    assert client.get(address(page)).status_code == 404
    assert client.get(address(page, "fr")).status_code == 404


def test_drafts_and_strangers_have_none(client, homes):
    assert client.get(address(page_below(homes["pt"], live=False))).status_code == 404
    assert client.get(f"/card/pt/{uuid4()}.png").status_code == 404
    assert client.get("/card/pt/x.png").status_code == 404


def test_a_new_title_gives_a_new_card_at_a_new_address(client, homes):
    page = published(page_below(homes["pt"], title="Antes"))
    before, address_before = client.get(address(page)).content, card_url(page)
    page.title = "Depois"
    page = published(page)
    type(page).objects.filter(pk=page.pk).update(last_published_at=timezone.now() + timedelta(hours=1))
    page.refresh_from_db()
    assert client.get(address(page)).content != before
    assert card_url(page) != address_before


def test_the_address_of_a_card_is_whole(homes, settings):
    assert card_url(homes["pt"]).startswith(f"{settings.SITE_URL}/card/pt/")


def test_a_card_is_drawn_once(client, homes, monkeypatch):
    page = page_below(homes["pt"])
    first = client.get(address(page)).content
    monkeypatch.setattr("content.cards.views.card", lambda key, title: b"drawn again")
    assert client.get(address(page)).content == first
