"""Every link of the demo leads somewhere, in five languages."""

from urllib.parse import urlsplit

import pytest

from tests.browser.crawl import LANGUAGES, crawl, foreign


@pytest.fixture(scope="module")
def walked(site):
    """Walk the whole demo as a stranger."""
    return crawl(site.url, [f"/{language}/" for language in LANGUAGES] + ["/robots.txt", "/sitemap.xml", "/healthz", "/readyz"])


def test_no_link_is_dead_and_nothing_fails(walked):
    assert {url: answer.status for url, answer in walked.items() if answer.status >= 400} == {}


def test_the_walk_reaches_every_language_and_kind_of_page(walked):
    paths = {urlsplit(url).path for url in walked}
    for language in LANGUAGES:
        assert sum(path.startswith(f"/{language}/") for path in paths) > 30, language


def test_no_page_loads_anything_from_a_stranger(site, walked):
    assert foreign(site.url, walked) == set()


def test_each_page_says_its_language_title_and_one_main_heading(walked):
    for url, answer in walked.items():
        if answer.soup is None or answer.soup.html is None:
            continue
        assert answer.soup.html.get("lang"), url
        assert answer.soup.title is not None, url
        assert answer.soup.title.get_text(strip=True), url
        assert len(answer.soup.find_all("h1")) == 1, url
