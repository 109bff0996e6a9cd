"""Two editors at one page, each in a browser of her own: the second is warned, and what both wrote is kept."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from tests.content.reviewing.conftest import *  # noqa: F403
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SNAPSHOT_MS = 5_000  # the editor takes the form's first state some seconds after the page has loaded
SAVE = "[data-edit-form] button.action-save:visible"
CONFIRM = "#w-save-confirmation-dialog [data-w-dialog-target='confirm']"


@pytest.fixture
def screens(chrome, live_server):
    """Return a maker of wide screens on which a person is signed in."""
    contexts = []

    def make(person):
        context = chrome.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="en-GB")
        client = Client()
        client.force_login(person)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(homes, editor):
    return published(page_below(homes["pt"], title="Duas editoras", slug="duas", live=False, owner=editor))


def titles(page):
    return [revision.content["title"] for revision in page.revisions.order_by("pk")]


def test_the_second_of_two_editors_is_warned_and_nothing_is_lost(screens, page, editor):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    first, second = screens(editor), screens(PersonFactory(name="Outra Editora", groups=["editor"]))
    for screen in (first, second):
        screen.goto(address)
    second.wait_for_timeout(SNAPSHOT_MS)
    with first.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith(address)):
        first.locator("#id_title").fill("Da primeira editora")
    expect(second.locator(".w-editing-sessions__session--saved")).to_have_count(1)
    second.locator("#id_title").fill("Da segunda editora")
    second.wait_for_timeout(1_500)
    assert titles(page)[-1] == "Da primeira editora"  # what saves by itself writes over nothing
    second.locator(SAVE).first.click()
    second.locator(CONFIRM).click()
    compare = second.locator("a[href*='/revisions/compare/']").first
    expect(compare).to_be_visible()
    assert titles(page)[-2:] == ["Da primeira editora", "Da segunda editora"]
    compare.click()
    expect(second.locator("body")).to_contain_text("Da primeira editora")
    expect(second.locator("body")).to_contain_text("Da segunda editora")
