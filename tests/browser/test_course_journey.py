"""A learner's whole way through the demo's course on a small screen without script: she enrols, reads, fails, passes, writes, completes."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.learning import COURSE, MODULE, QUIZ, answer, enrol, go_through, mark, press, start
from tests.browser.signing import sign_in

LEARNER = "partner"  # of the demo's people one who takes part in nothing yet
NAME = "Grace Nkomo"


@pytest.fixture
def phone(chrome, mailing_site):
    """Return a maker of small screens without script, each a device of its own."""
    contexts = []

    def make():
        context = chrome.new_context(
            base_url=mailing_site.url, viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="pt-PT"
        )
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def device(phone):
    """Return a maker of devices on which the learner is signed in."""

    def make(who=LEARNER):
        page = phone()
        sign_in(page, who)
        return page

    return make


def test_a_learner_goes_the_whole_way_and_her_facilitator_sees_it(device):
    page = device()
    enrol(page)
    fails(page)
    page = passes_on_another_device_in_another_language(page, device)
    staff = device("facilitator")
    lets_pass(staff, writes(page, MODULE))
    assert states_of(staff) == ["done", "none", "none", "done", "done"]

    does_what_is_left(page)
    assert goes_on(page), "the course asks for a second message"

    row = line_of(staff)
    assert {cell.get_attribute("data-is") for cell in row.locator("td[data-is]").all()} == {"done"}
    expect(row).to_contain_text("100 %")


def goes_on(page):
    """Say whether her courses lead on in the one that she takes."""
    page.goto("/pt/learning/")
    return page.locator("main .entry", has=page.locator("h2")).locator("a.button:not(.quiet)").count() == 1


def fails(page):
    """Read and mark the first unit, then try the quiz with wrong answers."""
    page.goto(f"{MODULE}tres-perguntas/")
    mark(page)
    expect(page.locator("#done")).to_have_count(1)
    page.goto(QUIZ)
    start(page)
    go_through(page, is_right=False)
    assert re.search(r"/pt/learning/attempts/[0-9a-f-]{36}/$", page.url)
    expect(page.locator("main [data-is=right]")).to_have_count(0)
    expect(page.locator("main .question")).to_have_count(5)


def passes_on_another_device_in_another_language(page, device):
    """Begin the second try, change the language in the middle of it, end it on another device; return that one."""
    page.goto(QUIZ)
    start(page)
    answer(page)
    press(page, "main form.narrow button[type=submit]")
    stem = page.locator("#stem").inner_text()
    page.locator("details.tongues summary").click()
    here = page.url
    press(page, "details.tongues a[hreflang=en]")
    assert page.url == here.replace("/pt/", "/en/", 1)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.locator("#stem").inner_text() != stem
    answer(page)
    press(page, "main form.narrow button[type=submit]")

    other = device()
    other.goto(QUIZ)
    start(other)
    assert other.url.replace("/pt/", "/en/", 1) == page.url, "she goes on where she stopped"
    expect(other.locator(".place[data-is=done]")).to_have_count(2)
    go_through(other)
    expect(other.locator("main .question")).to_have_count(5)
    expect(other.locator("main [data-is=wrong]")).to_have_count(0)
    other.goto(QUIZ)
    expect(other.locator("#done")).to_have_count(1)
    expect(other.locator("main a[href*='/learning/attempts/']"), "two tries, neither twice").to_have_count(2)
    return other


def writes(page, module):
    """Write a message in the discussion of a module; return words of it."""
    words = f"vacinas {uuid4().hex}"
    page.goto(f"{module}debate/")
    press(page, "main a[href$='/new/']")
    page.fill("[name=title]", "A idade no registo")
    page.fill("[name=text]", f"Na minha província pedimos também o cartão de {words}.")
    for _try in range(60):  # a form that was quicker than people are is sent again, as it asks
        press(page, "form#write p.bar button[type=submit]")
        if "/new/" not in page.url:
            return words
    return pytest.fail(page.locator("main").inner_text())


def lets_pass(staff, words):
    """Let the first message of somebody new pass, who waits for it."""
    staff.goto("/pt/forums/queue/")
    case = staff.locator(".case", has_text=words)
    if case.count():
        with staff.expect_navigation():
            case.locator("button[value=approve]").click()


def does_what_is_left(page):
    """Follow `continue` until nothing is left that counts: it leads to a discussion then, which one may take part in."""
    for _unit in range(60):
        page.goto(f"{COURSE}continue/")
        if page.url.endswith("/debate/"):
            return
        if page.locator("main form[action$='/mark/']").count():
            mark(page)
        else:
            start(page)
            go_through(page)
    pytest.fail(f"there is no end: {page.url}")


def line_of(staff, sift=""):
    """Return the learner's line in the grid of her edition, sifted."""
    staff.goto("/pt/teaching/")
    press(staff, "main a[href*='/teaching/editions/']")
    press(staff, "main a[href$='/cohort/']")
    staff.goto(f"{staff.url}{sift}")
    return staff.locator("table.cohort tbody tr", has_text=NAME)


def states_of(staff):
    """Return how each unit of the first module stands, in its order, as her facilitator reads it."""
    row = line_of(staff)
    with staff.expect_navigation():
        row.locator("th a").click()
    return [cell.get_attribute("data-is") for cell in staff.locator("table.cohort").first.locator("td[data-is]").all()]
