"""Editors at work: a change, its review, the stale translation on the board, and the translator who mends it; axe on board and desk."""

import re
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.signing import sign_in

MODULE = "Conceitos e quadro"
BOARD = "/en/translations/"
SNAPSHOT = 6000  # ms after which Wagtail knows the form as it was shown


@pytest.fixture
def at(chrome, mailing_site):
    """Return a place at which somebody of the demo sits, signed in."""

    @contextmanager
    def seat(who, *, script=True, width=1280):
        context = chrome.new_context(
            base_url=mailing_site.url, viewport={"width": width, "height": 900}, java_script_enabled=script, locale="en-GB"
        )
        page = context.new_page()
        sign_in(page, who, "en")
        yield page
        context.close()

    return seat


def french(page):
    """Return the cell of the module in French."""
    page.goto(f"{BOARD}?state=all&language=fr&q={MODULE}")
    return page.locator("table.board tbody td").last


def until(page, words):
    """Look at the board until it says so: the worker is a moment behind."""
    for _try in range(30):
        cell = french(page)
        if words in cell.inner_text():
            return cell
        page.wait_for_timeout(1000)
    return pytest.fail(f"The board never said {words!r}: {cell.inner_text()!r}")


def change_and_send(page):
    """Change the lead of the module and send it to review."""
    page.goto(f"{BOARD}?state=all&q={MODULE}")
    page.locator("table.board tbody th a").first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SNAPSHOT)
    page.locator("#id_lead").fill("Outra frase sobre o quadro jurídico.")
    page.wait_for_timeout(2000)
    page.locator("footer .w-dropdown__toggle").first.click()
    with page.expect_navigation():
        page.locator("button[name=action-submit]").click()


def approve(page):
    """Publish, with a comment, what waits on the reviewer's desk."""
    page.goto("/admin/desk/")
    waiting = page.locator("section", has=page.locator("#panel-waiting"))
    waiting.locator("li a", has_text=MODULE).first.click()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    page.locator("footer .w-dropdown__toggle").last.click()
    page.locator("[data-workflow-action-name=approve]").last.click()
    page.locator(".modal-content textarea").fill("Muito bem.")
    with page.expect_navigation():
        page.locator(".modal-content form [type=submit]").click()


def mend(page):
    """Say the passage that wants words in French, and publish."""
    with page.expect_navigation():
        until(page, "1 passage to translate").locator("form button").first.click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name=re.compile("^(Traduire|Translate)$")).first.click()
    page.locator("textarea:visible").first.fill("Une autre phrase sur le cadre juridique.")
    page.get_by_role("button", name=re.compile("^(Enregistrer|Save)$")).first.click()
    expect(page.locator("textarea:visible")).to_have_count(0)
    with page.expect_navigation():
        page.locator("button[name=action][value=publish]").first.click()


def test_a_change_is_reviewed_published_and_mended_in_french(at):
    with at("editor") as page:
        assert "Up to date" in until(page, "Up to date").inner_text()
        change_and_send(page)
    with at("reviewer") as page:
        approve(page)
    with at("translator") as page:
        mend(page)
        assert "Koffi" in until(page, "Up to date").inner_text()
        page.goto("/fr/courses/")
        page.goto(page.locator("main a", has_text=re.compile("travail", re.IGNORECASE)).first.get_attribute("href"))
        page.locator("main a", has_text="Notions").first.click()
        expect(page.locator("main")).to_contain_text("Une autre phrase sur le cadre juridique.")


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_board_and_on_the_desk(at, width):
    with at("editor", width=width) as page:
        for path, part in (
            (f"{BOARD}?state=all", None),
            (f"{BOARD}?what=questions", None),
            ("/admin/desk/", "#desk"),
            ("/admin/desk/links/", "#desk"),
        ):
            page.goto(path)
            found = Axe().run(page, context=part) if part else Axe().run(page)
            assert [one["id"] for one in found.response["violations"]] == [], path
            assert part or page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_without_script_a_translation_is_begun_from_a_phone(at):
    with at("translator", script=False, width=360) as page:
        page.goto(f"{BOARD}?state=missing&language=fr")
        with page.expect_navigation():
            page.locator("table.board tbody form button").first.click()
        assert "/admin/pages/" in page.url
