"""axe finds nothing on any kind of page, by day and by night, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.signing import sign_in

PUBLIC = [
    "/pt/",
    "/pt/courses/",
    "/pt/courses/inspecao-cplp/",
    "/pt/courses/inspecao-cplp/m1-conceitos/",
    "/pt/courses/inspecao-cplp/m1-conceitos/tres-perguntas/",
    "/pt/courses/inspecao-cplp/m1-conceitos/ajuda-ou-trabalho/",
    "/en/courses/inspecao-cplp/m1-conceitos/convencao-138/",
    "/fr/courses/academia-sstc/",
    "/pt/sessions/",
    "/es/sessions/durban-inspecoes/",
    "/pt/initiatives/cplp/",
    "/en/account/login/",
    "/en/account/signup/",
    "/en/account/code/",
    "/pt/search/?q=trabalho",
    "/pt/search/?q=zzzz",
    "/fr/nao-existe/",
]


def _violations(page) -> list[str]:
    """Return what axe complains of, one line each."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}}).response["violations"]
    return [f"{item['id']}: {item['help']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("path", PUBLIC)
def test_axe_finds_nothing(reader, path, dark):
    page = reader(script=True, dark=dark)
    page.goto(path)
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    assert _violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_axe_finds_nothing_on_the_standing_texts(reader, dark):
    page = reader(script=True, dark=dark)
    page.goto("/pt/")
    texts = page.locator("footer a[href^='/pt/']").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(texts) >= 4
    for path in texts:
        assert page.goto(path).status == 200
        assert _violations(page) == [], path


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_axe_finds_nothing_on_my_account(reader, dark):
    page = reader(script=True, dark=dark)
    sign_in(page, "learner")
    for path in ("/pt/account/", "/pt/account/erase/", "/pt/account/password/change/"):
        assert page.goto(path).status == 200
        assert _violations(page) == [], path
