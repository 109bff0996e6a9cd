"""A learner reads the demo at 360 px without JavaScript, in her language, signed in or not."""

import pytest
from playwright.sync_api import expect

from tests.browser.signing import sign_in

MODULE = "/pt/courses/inspecao-cplp/m1-conceitos/"
NAMES = {"pt": "Português", "pt-br": "Português (Brasil)", "en": "English", "es": "Español", "fr": "Français"}


def _is_narrow(page) -> bool:
    """Return whether nothing makes the page scroll sideways."""
    width, room = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    return width <= room


def _assert_complete(page) -> None:
    """The module's parts are all there to read."""
    for text in (
        "Conceitos e quadro jurídico internacional",
        "Módulo 1 de 6",
        "Classifica seis situações-tipo",
        "Nem toda a atividade realizada",
    ):
        assert page.get_by_text(text).first.is_visible(), text
    expect(page.locator(".videos .video")).not_to_have_count(0)
    expect(page.locator("ol.units > li")).not_to_have_count(0)
    expect(page.locator("iframe, video, script:not([type=module])")).to_have_count(0)


@pytest.mark.parametrize("who", [None, "learner"])
def test_the_module_page_is_complete_without_script(reader, site, who):
    page = reader()
    if who:
        sign_in(page, who)
    page.goto(MODULE)
    _assert_complete(page)
    page.screenshot(path=f"var/shots/module-360-{who or 'stranger'}.png", full_page=True)


@pytest.mark.parametrize("path", ["/pt/", MODULE, "/pt/courses/", "/pt/account/login/", "/pt/account/signup/", "/pt/search/"])
@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_no_page_scrolls_sideways(reader, path, width):
    page = reader(width=width, script=True)
    page.goto(path)
    assert _is_narrow(page)


@pytest.mark.parametrize(("code", "name"), NAMES.items())
def test_the_language_menu_keeps_the_reader_on_the_same_page(reader, code, name):
    page = reader(width=1280)
    page.goto(MODULE)
    page.locator("details.tongues summary").click()
    page.locator("details.tongues").get_by_role("link", name=name, exact=True).click()
    assert page.url.endswith(MODULE.replace("/pt/", f"/{code}/", 1))
    assert page.locator("html").get_attribute("lang").lower() == code
    assert page.locator("details.tongues summary .long").inner_text() == name


def test_a_page_not_translated_says_so_in_the_readers_language_and_marks_the_text(reader):
    page = reader(width=1280)
    page.goto("/fr/")
    page.goto(MODULE.replace("m1-conceitos", "m2-mandato"))
    page.locator("details.tongues summary").click()
    page.locator("details.tongues").get_by_role("link", name="Français", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("main [lang=pt]").first).to_be_visible()


def test_everything_on_the_module_page_is_reached_by_keyboard(reader):
    page = reader(script=True)
    page.goto(MODULE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    wanted = page.locator("a[href]:visible, button:visible, summary:visible, input:visible").count()
    focused = "(e => e.outerHTML.slice(0, 120) + e.getBoundingClientRect().top)(document.activeElement)"
    reached = set()
    for _step in range(wanted + 5):
        reached.add(page.evaluate(focused))
        page.keyboard.press("Tab")
    assert len(reached) >= wanted
