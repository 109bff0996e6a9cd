"""The moderators' queue by keyboard alone: with one key a decision, and without script by Tab and Enter."""

import pytest
from playwright.sync_api import expect

from tests.browser.signing import sign_in

QUEUE = "/en/forums/queue/"


@pytest.fixture
def desk(chrome, mailing_site):
    """Return a maker of screens at which the moderator is signed in and something waits."""
    contexts = []

    def make(*, script):
        context = chrome.new_context(
            base_url=mailing_site.url, viewport={"width": 1280, "height": 800}, java_script_enabled=script, locale="en-GB"
        )
        contexts.append(context)
        page = context.new_page()
        sign_in(page, "moderator", "en")
        page.goto(QUEUE)
        if not page.locator(".case button[value=approve]").count():
            pytest.skip("nothing waits in the demo")
        return page

    yield make
    for context in contexts:
        context.close()


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_one_key_a_decision_and_z_takes_it_back(desk):
    page = desk(script=True)
    first = page.locator(".case", has=page.locator("button[value=approve]")).first.get_attribute("id")
    page.locator(f"#{first}").focus()
    for keys in ("Control+a", "x", "q"):
        page.keyboard.press(keys)
    assert focused(page) == first
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.locator(f"#{first}")).to_have_count(0)
    with page.expect_navigation():
        page.keyboard.press("z")
    expect(page.locator(f"#{first}")).to_have_count(1)
    assert focused(page) == first


def test_keys_typed_into_words_decide_nothing(desk):
    page = desk(script=True)
    case = page.locator(".case", has=page.locator("button[value=approve]")).first
    case.locator("summary").click()
    case.locator("textarea").fill("")
    case.locator("textarea").press_sequentially("aroz p")
    assert page.url.split("#")[0].endswith(QUEUE)
    expect(case.locator("textarea")).to_have_value("aroz p")


def test_without_script_tab_and_enter_decide(desk):
    page = desk(script=False)
    button = page.locator(".case button[value=approve]").first
    case = page.locator(".case", has=page.locator("button[value=approve]")).first
    uid = case.get_attribute("id")
    for _ in range(200):
        page.keyboard.press("Tab")
        if button.and_(page.locator(":focus")).count():
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(f"#{uid}")).to_have_count(0)
    undo = page.locator("form.notice button")
    with page.expect_navigation():
        undo.press("Enter")
    expect(page.locator(f"#{uid}")).to_have_count(1)
