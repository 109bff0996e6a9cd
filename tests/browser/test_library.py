"""The library in a real browser: at 360 px, without JavaScript, by keyboard, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.signing import sign_in

LIBRARY = "/pt/practices/"
NARROWED = f"{LIBRARY}?q=trabalho&region=africa&region=americas"
NOTHING = f"{LIBRARY}?q=xilofone&country=br&theme=nada"


def _faults(page):
    return [(fault["id"], fault["nodes"][0]["target"]) for fault in Axe().run(page).response["violations"]]


def _is_narrow(page) -> bool:
    """Return whether nothing makes the page scroll sideways."""
    width, room = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    return width <= room


@pytest.mark.parametrize("path", [LIBRARY, NARROWED, NOTHING])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_list_scrolls_sideways(reader, path, width):
    page = reader(width=width)
    assert page.goto(path).status == 200
    assert _is_narrow(page)
    page.screenshot(path=f"var/shots/library-{width}-{len(path)}.png", full_page=True)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", [LIBRARY, NARROWED, NOTHING])
def test_axe_finds_nothing(reader, path, dark):
    page = reader(script=True, dark=dark)
    page.goto(path)
    assert _faults(page) == []
    page.locator("details.facet:not([open]) > summary").first.click()
    assert _faults(page) == []


def test_a_reader_narrows_widens_and_starts_again_without_script(reader):
    page = reader()
    page.goto(LIBRARY)
    total = page.locator(".entries > .entry").count()
    assert total > 1
    page.locator("summary").filter(has_text="País").click()
    country = page.locator("input[name=country]").first
    name = country.get_attribute("value")
    country.check()
    page.locator("form.library button.wide").click()
    assert f"country={name}" in page.url
    narrowed = page.locator(".entries > .entry").count()
    assert 0 < narrowed <= total
    expect(page.locator(f"input[name=country][value={name}]")).to_be_checked()
    page.locator(".chips .chip").first.click()
    assert "country" not in page.url
    expect(page.locator(".entries > .entry")).to_have_count(total)


def test_a_number_is_a_link_to_its_value(reader):
    page = reader()
    page.goto(LIBRARY)
    number = page.locator("details.facet[open] a.num").first
    count = int(number.inner_text())
    box = number.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    number.click()
    expect(page.locator("[role=status] b")).to_contain_text(str(count))


def test_words_are_typed_and_kept_beside_the_filters(reader):
    page = reader()
    page.goto(f"{LIBRARY}?region=africa")
    page.locator("#q").fill("trabalho")
    page.keyboard.press("Enter")
    assert "q=trabalho" in page.url
    assert "region=africa" in page.url
    expect(page.locator("#q")).to_have_value("trabalho")


def test_a_reader_in_french_finds_by_theme_and_region(reader):
    page = reader(language="fr-FR")
    page.goto("/fr/practices/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator("details.facet[open] a.num").first.click()
    expect(page.locator(".entries > .entry")).not_to_have_count(0)
    page.locator(".entry h3 a").first.click()
    assert "/fr/practices/" in page.url


def test_the_form_is_gone_through_by_keyboard(reader):
    page = reader(script=True)
    page.goto(LIBRARY)
    page.locator("#q").focus()
    page.keyboard.type("trabalho")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "submit"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    for _step in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=trabalho*")
    assert page.locator("input:checked").count() == 1


def test_where_nothing_is_found_there_is_a_way_on(reader):
    page = reader()
    page.goto(NOTHING)
    page.locator(".prose a").first.click()
    expect(page.locator(".entries > .entry")).not_to_have_count(0)


def test_a_member_keeps_a_search_and_deletes_it(reader):
    page = reader()
    sign_in(page, "learner")
    page.goto(NARROWED)
    page.locator(".ways a[href*='/library/searches/new/']").click()
    page.locator("main button[type=submit]").click()
    expect(page.locator("main .entry")).to_have_count(1)
    assert _is_narrow(page)
    page.locator("main .entry button").click()
    expect(page.locator("main .entry")).to_have_count(0)
