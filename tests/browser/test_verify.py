"""A certificate verified by somebody who has never heard of us: by its number, by its PDF, and from a disk with the network cut."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.signing import sign_in
from tests.browser.wire import listen


@pytest.fixture(scope="module")
def held(chrome, site, tmp_path_factory):
    """The demo learner's certificate: its address without a language, its PDF on the disk."""
    context = chrome.new_context(base_url=site.url, java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    sign_in(page, "learner", "en")
    page.goto("/en/certificates/")
    paper = page.locator("main a[href$='/certificate.pdf']").first.get_attribute("href")
    file = tmp_path_factory.mktemp("papers") / "certificate.pdf"
    file.write_bytes(context.request.get(paper).body())
    context.close()
    return f"/verify/{paper.split('/')[-2]}/", file


def _faults(page):
    return [(fault["id"], fault["nodes"][0]["target"]) for fault in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("dark", [False, True])
def test_the_address_on_the_paper_answers_in_the_readers_language_without_script(reader, held, dark):
    page = reader(language="fr-FR", dark=dark)
    page.goto(held[0])
    assert page.url.endswith(f"/fr{held[0]}")
    expect(page.locator("article.credential")).to_have_attribute("data-is", "valid")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


@pytest.mark.parametrize("path", ["", "7QK3M9XW2RTB5HJ8ZC4FVNDPG6/"])
def test_the_pages_are_open_to_all_and_fit_a_small_screen(reader, held, path):
    for dark in (False, True):
        page = reader(script=True, dark=dark)
        page.goto(f"/en/verify/{path}" if path else f"/en{held[0]}")
        assert _faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_number_is_typed_as_people_type_it(reader, held):
    page = reader()
    page.goto("/en/verify/")
    number = held[0].split("/")[2]
    page.fill("#id_number", "-".join(re.findall(".{1,5}", number)).lower())
    page.locator("main form button").click()
    page.wait_for_url(f"**/en{held[0]}")
    expect(page.locator("article.credential")).to_be_visible()


def test_the_pdf_is_known_as_the_file_that_was_issued_and_one_changed_byte_is_seen(reader, held, tmp_path):
    page = reader()
    for data, kind in ((held[1].read_bytes(), "good"), (held[1].read_bytes() + b" ", "care")):
        (tmp_path / "brought.pdf").write_bytes(data)
        page.goto("/en/verify/")
        page.set_input_files("#id_paper", tmp_path / "brought.pdf")
        page.locator("main form button").click()
        page.wait_for_selector("article.credential .notice")
        expect(page.locator(".credential .notice").last).to_have_attribute("data-is", kind)


def test_the_page_stays_within_its_bytes(reader, site, held):
    page = reader()
    wire = listen(page, site.url)
    page.goto(f"/pt{held[0]}")
    page.wait_for_load_state("networkidle")
    print(f"verify page: {wire.of(held[0]) / 1000:.1f} kB of {wire.total / 1000:.1f} kB")
    assert wire.of(held[0]) <= 14_000
    assert wire.total <= 30_000
    assert wire.foreign == []


def test_the_file_that_one_downloads_proves_the_pdf_from_a_disk_with_no_network(chrome, reader, held, tmp_path):
    page = reader()
    page.goto("/en/verify/")
    with page.expect_download() as download:
        page.locator("a[href='/verify/offline/']").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    context = chrome.new_context(offline=True, locale="pt-PT")
    tab = context.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri())
    tab.set_input_files("#file", held[1])
    tab.wait_for_selector("#answer[data-is]")
    expect(tab.locator("#answer")).to_have_attribute("data-is", "genuine")
    assert held[0].split("/")[2] in tab.inner_text("#answer").replace("-", "")
    assert asked == [file.as_uri()]
    context.close()
