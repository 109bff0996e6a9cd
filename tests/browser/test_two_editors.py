"""Two editors at one page, each in a browser of her own: the second is warned, and what both wrote is kept."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.signing import sign_in

SNAPSHOT_MS = 5_000  # the editor takes the form's first state some seconds after the page has loaded
BUTTON = "[data-edit-form] button.action-save"


def title_of(page):
    return page.locator("#id_title")


@pytest.fixture
def both(reader):
    """Return two screens, at which two people are signed in, and the address of a page that the first has just made."""
    first, second = (reader(width=1280, script=True, language="en-GB") for _number in range(2))
    sign_in(first, "editor", "en")
    sign_in(second, "admin", "en")
    home = first.request.get("/api/v2/pages/?type=content.HomePage&locale=pt").json()["items"][0]["id"]
    first.goto(f"/admin/pages/add/content/articlepage/{home}/")
    first.wait_for_timeout(SNAPSHOT_MS)
    title_of(first).fill("Duas editoras")
    first.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))  # saved by itself
    address = first.url.split("?")[0]
    for page in (first, second):
        page.goto(address)
    first.wait_for_timeout(SNAPSHOT_MS)
    return first, second, address


def test_the_second_of_two_editors_is_warned_and_nothing_is_lost(both):
    first, second, _address = both
    expect(second.locator(".w-editing-sessions__list > li")).not_to_have_count(0)
    with first.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
        title_of(first).fill("Da primeira editora")
    expect(second.locator(".w-editing-sessions__session--saved")).to_have_count(1)
    title_of(second).fill("Da segunda editora")
    second.wait_for_timeout(1_500)
    second.locator(BUTTON).first.click()
    second.locator("#w-save-confirmation-dialog [data-w-dialog-target='confirm']").click()
    compare = second.locator("a[href*='/revisions/compare/']").first
    expect(compare).to_be_visible()
    compare.click()
    expect(second.locator("body")).to_contain_text("Da primeira editora")
    expect(second.locator("body")).to_contain_text("Da segunda editora")
