"""The courses' screens of the demo, by day and by night: axe finds nothing, and none is wider than a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.learning import COURSE, MODULE, QUIZ
from tests.browser.signing import sign_in

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOODS = pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
OWN = ["", "calendar/", "notes/", "letters/", "data/"]
BANK = ["", "new/?kind=single&language=pt", "new/?kind=matching&language=en", "import/", "export/"]
EDITION = ["", "edit/", "copy/", "facilitators/", "close/"]
RUNNING = ["", "acts/", "dates/", "events/new/", "people/", "invitations/", "invitations/new/", "bring/", "report/"]
COHORT = ["cohort/", "cohort/summary/", "cohort/write/", "attendance/", "evaluation/", "evaluation/edit/"]


@pytest.fixture
def someone(reader):
    """Return a maker of phones on which one of the demo's people is signed in."""

    def make(who, dark):
        page = reader(script=True, dark=dark)
        sign_in(page, who)
        return page

    return make


def look(page, path):
    """Open a page with all that it folds away, and hold it against the rules."""
    assert page.goto(path).status == 200, path
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found] == [], path
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def first(page, selector):
    """Return where the first of these links leads."""
    return page.locator(selector).first.get_attribute("href")


def edition_run_by(page):
    """Return the address of the edition that is taught."""
    page.goto("/pt/teaching/")
    return first(page, "main a[href*='/teaching/editions/']:not([href$='/new/'])")


@MOODS
def test_what_a_learner_has_of_her_own(someone, dark):
    page = someone("learner", dark)
    for path in OWN:
        look(page, f"/pt/learning/{path}")
        page.screenshot(path=f"var/shots/learning-{path.strip('/') or 'courses'}-{'night' if dark else 'day'}.png", full_page=True)


@MOODS
def test_where_she_comes_in_reads_and_is_told_what_was_right(someone, dark):
    page = someone("learner", dark)
    look(page, COURSE)
    look(page, first(page, "main .entry a[href*='/learning/editions/']"))
    for path in ("tres-perguntas/", "debate/", ""):
        look(page, f"{MODULE}{path}")
    look(page, QUIZ)
    look(page, first(page, "main a[href*='/learning/attempts/']"))


@MOODS
def test_where_somebody_new_enrols(someone, dark):
    page = someone("editor", dark)
    look(page, COURSE)
    look(page, first(page, "main .entry a[href*='/learning/editions/']"))


@MOODS
def test_the_bank_of_questions(someone, dark):
    page = someone("editor", dark)
    for path in BANK:
        look(page, f"/pt/teaching/questions/{path}")
    page.goto("/pt/teaching/questions/")
    look(page, first(page, "main .entry h2 a"))


@MOODS
def test_an_edition_is_prepared(someone, dark):
    page = someone("editor", dark)
    look(page, "/pt/teaching/editions/new/")
    here = edition_run_by(page)
    for path in EDITION:
        look(page, f"{here}{path}")


@MOODS
def test_an_edition_is_run(someone, dark):
    page = someone("facilitator", dark)
    here = edition_run_by(page)
    for path in RUNNING:
        look(page, f"{here}{path}")


@MOODS
def test_a_cohort_and_one_of_its_learners(someone, dark):
    page = someone("facilitator", dark)
    here = edition_run_by(page)
    for path in COHORT:
        look(page, f"{here}{path}")
    look(page, f"{here}cohort/")
    page.screenshot(path=f"var/shots/cohort-{'night' if dark else 'day'}.png", full_page=True)
    look(page, f"{here}cohort/{first(page, 'table.cohort tbody th a')}")
