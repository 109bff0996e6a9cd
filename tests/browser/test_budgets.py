"""What a module page costs on the wire: house rules, counted by the browser."""

import pytest

from tests.browser.signing import sign_in
from tests.browser.wire import listen

MODULE = "/pt/courses/inspecao-cplp/m1-conceitos/"
KB = 1024


def test_the_module_page_keeps_its_budget_on_a_first_visit_and_later(reader, site):
    page = reader(script=True)
    first = listen(page, site.url)
    page.goto(MODULE, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    print(f"module page, first visit: {first.total} bytes in {len(first.answers)} requests: {first.answers}")
    assert first.foreign == []
    assert first.of(MODULE) <= 14 * KB
    assert first.of(".css") <= 10 * KB
    assert first.of(".js") <= 8 * KB
    assert first.total <= 30 * KB
    assert len(first.answers) <= 6

    later = listen(page, site.url)
    page.goto(MODULE.replace("m1-conceitos", "m2-mandato"), wait_until="networkidle")
    print(f"module page, later: {later.total} bytes in {len(later.answers)} requests: {later.answers}")
    assert later.total <= 14 * KB
    assert len(later.answers) <= 2


def test_a_signed_in_reader_pays_no_more(reader, site):
    page = reader(script=True)
    sign_in(page, "learner")
    wire = listen(page, site.url)
    page.goto(MODULE, wait_until="networkidle")
    assert wire.of(MODULE) <= 14 * KB
    assert wire.total <= 30 * KB


@pytest.mark.parametrize("path", ["/pt/", "/pt/courses/", "/pt/courses/inspecao-cplp/", "/pt/account/login/", "/pt/search/?q=inspecao"])
def test_other_pages_stay_small_too(reader, site, path):
    page = reader()
    wire = listen(page, site.url)
    page.goto(path, wait_until="networkidle")
    assert wire.total <= 40 * KB
    assert wire.foreign == []
