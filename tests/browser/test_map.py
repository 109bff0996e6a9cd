"""The map in a real browser: every country with a practice is reached by keyboard and by a finger, in every view, by day and by night."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from content.atlas.sheets import SLUGS
from tests.browser.wire import listen

ADDRESS = "/pt/library/map/"

# For each link of the map: where a finger that means it would land, how large that target is, and what is hit there.
TARGETS = """() => [...document.querySelectorAll('svg.atlas a')].map(link => {
  const mark = link.querySelector('.reach') || link.querySelector('path');
  mark.scrollIntoView({block: 'center', inline: 'center'});
  const box = mark.getBoundingClientRect();
  const spots = mark.matches('.reach') ? [[box.x + box.width / 2, box.y + box.height / 2]] : [];
  for (let i = 1; i < 24; i++) for (let j = 1; j < 24; j++) spots.push([box.x + i * box.width / 24, box.y + j * box.height / 24]);
  const is_hit = (x, y) => document.elementFromPoint(x, y)?.closest('a') === link;
  const round = [[0, 0], [11, 0], [-11, 0], [0, 11], [0, -11]];
  return {
    name: link.querySelector('title').textContent, width: box.width, height: box.height,
    is_free: spots.some(([x, y]) => is_hit(x, y) && (mark.matches('.reach') || round.every(([dx, dy]) => is_hit(x + dx, y + dy)))),
  };
})"""


def _faults(page):
    return [(fault["id"], fault["nodes"][0]["target"]) for fault in Axe().run(page).response["violations"]]


def _numbers(page):
    """Return the table's countries with their numbers."""
    rows = page.locator("table.numbers tbody tr")
    return {row.locator("a").inner_text(): int(row.locator("td").inner_text()) for row in rows.all()}


def test_every_view_shows_a_map_with_links(reader):
    page = reader()
    shown = {}
    for slug in sorted(SLUGS):
        assert page.goto(f"{ADDRESS}?view={slug}").status == 200
        expect(page.locator("svg.atlas")).to_have_count(1)
        assert page.locator("svg.atlas").bounding_box()["height"] > 100, slug
        shown[slug] = page.locator("svg.atlas a").count()
    assert shown["world"] == len(_numbers(page))
    assert shown["cplp"]
    assert shown["latin-america-and-the-caribbean"]


@pytest.mark.parametrize(("width", "view"), [(360, "world"), (1280, "world"), (360, "cplp"), (360, "caribbean"), (360, "middle-africa")])
def test_a_finger_hits_every_country_with_a_practice(reader, width, view):
    page = reader(width=width, script=True)
    page.goto(f"{ADDRESS}?view={view}")
    found = page.evaluate(TARGETS)
    assert [target["name"] for target in found if min(target["width"], target["height"]) < 23.9] == []
    assert [target["name"] for target in found if not target["is_free"]] == []
    assert found or view in {"caribbean", "middle-africa"}


def test_the_table_has_rows_that_a_finger_hits(reader):
    page = reader()
    page.goto(ADDRESS)
    assert all(link.bounding_box()["height"] >= 24 for link in page.locator("table.numbers tbody a").all())


def test_the_keyboard_reaches_each_country_and_opens_its_list(reader):
    page = reader(width=1280, script=True)
    page.goto(ADDRESS)
    links = page.locator("svg.atlas a")
    expected = [link.locator("title").text_content() for link in links.all()]
    page.locator(".atlas-views a").last.focus()
    page.keyboard.press("Tab")
    reached = []
    for _name in expected:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.querySelector('title')?.textContent"))
    assert reached == expected
    number = int(reached[-1].rpartition(":")[2])
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/pt/practices/\?country="))
    assert parse_qs(urlsplit(page.url).query)["country"]
    expect(page.locator("main [role=status] b").first).to_contain_text(str(number))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("path", [ADDRESS, f"{ADDRESS}?view=cplp", "/pt/library/figures/"])
def test_axe_finds_nothing_and_the_page_is_not_wider_than_a_phone(reader, path, dark):
    page = reader(script=True, dark=dark)
    page.goto(path)
    assert _faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    name = re.sub(r"\W+", "-", path.strip("/"))
    page.screenshot(path=f"var/shots/{name}-360-{'dark' if dark else 'light'}.png", full_page=True)


def test_the_page_with_the_map_stays_within_its_bytes(reader, site):
    page = reader()
    wire = listen(page, site.url)
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    print(f"map page: {wire.of(ADDRESS) / 1000:.1f} kB of {wire.total / 1000:.1f} kB")
    assert wire.of(ADDRESS) <= 60_000
    assert wire.total <= 60_000
    assert wire.foreign == []
