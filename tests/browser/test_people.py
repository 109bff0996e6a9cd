"""People at the door and in their account, in a real browser: without script, on a small screen, by keyboard, axe beside them."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.signing import sign_in

OPEN = ["login/", "signup/", "password/reset/", "password/reset/done/", "inactive/"]
OWN = ["", "preferences/", "notices/", "erase/", "email/", "password/change/", "logout/"]


def _newest_code(page):
    """Read the code of the newest mail in the box of the demo."""
    page.goto("/dev/mail/")
    page.locator("main a").first.click()
    return re.search(r"\b(\d{6})\b", page.locator("main").inner_text())[1]


def _faults(page):
    return [(fault["id"], fault["nodes"][0]["target"]) for fault in Axe().run(page).response["violations"]]


def test_somebody_signs_up_changes_her_mind_and_leaves_without_script(reader):
    page, box = reader(), reader()
    page.goto("/en/account/signup/")
    page.fill("#id_email", "browser@example.org")
    page.fill("#id_name", "Ana")
    page.select_option("#id_country", "CV")
    page.check("#id_is_of_age")
    page.check("#id_is_accepted")
    with page.expect_navigation():
        page.locator("main form .wide").click()
    page.wait_for_url("**/confirm-email/")
    page.fill("#id_code", _newest_code(box))
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/")

    page.goto("/en/account/erase/")
    with page.expect_navigation():
        page.locator("button[value=code]").click()
    page.fill("#id_code", _newest_code(box))
    page.check("#id_is_sure")
    page.locator("main form button[value=erase]").last.click()
    page.wait_for_url("**/en/")
    page.goto("/en/account/")
    assert "/login/" in page.url


def test_enter_after_the_password_signs_in(reader):
    page = reader()
    page.goto("/pt/account/login/")
    page.fill("#id_login", "learner@example.org")
    page.locator("main summary").click()
    page.fill("#id_password", "demo-demo-demo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pt/")


def test_the_way_by_keyboard_begins_with_the_address_and_skips_the_hidden_button(reader):
    page = reader(script=True)
    page.goto("/pt/account/login/")
    page.locator("#id_login").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "code"


@pytest.mark.parametrize("dark", [False, True])
def test_no_page_of_the_door_breaks_a_rule_of_access(reader, dark):
    page = reader(script=True, dark=dark)
    for path in OPEN:
        page.goto(f"/pt/account/{path}")
        assert _faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize("dark", [False, True])
def test_no_page_of_the_account_breaks_a_rule_of_access(reader, dark):
    page = reader(script=True, dark=dark)
    sign_in(page, "learner")
    for path in OWN:
        page.goto(f"/pt/account/{path}")
        assert _faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_faults_are_said_to_those_who_cannot_see_them(reader):
    page = reader(script=True)
    page.goto("/en/account/login/")
    page.fill("#id_login", "nobody@example.org")
    page.locator("main summary").click()
    page.fill("#id_password", "wrong-wrong-wrong")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    field = page.locator("#id_password")
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator(f"#{field.get_attribute('aria-describedby').split()[0]}")).to_contain_text("do not match")
    assert _faults(page) == []
