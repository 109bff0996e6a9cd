"""The certificates of the demo, by day and by night: axe finds nothing, and no screen is wider than a phone."""

import pytest

from tests.browser.signing import sign_in
from tests.browser.test_course_screens import MOODS, first, look

EARLIER = "main a[href*='/teaching/editions/']:has-text('anterior')"
DESK = ["", "figures/", "give/", "all/issue/", "all/hold/", "?state=waiting", "?words=nobody"]


@pytest.fixture
def someone(reader):
    """Return a maker of phones on which one of the demo's people is signed in."""

    def make(who, dark):
        page = reader(script=True, dark=dark)
        sign_in(page, who)
        return page

    return make


def own(page):
    """Return the address of the learner's certificate."""
    page.goto("/pt/certificates/")
    return first(page, "main h2 a")


def shot(page, name, dark):
    page.screenshot(path=f"var/shots/certificates-{name}-{'night' if dark else 'day'}.png", full_page=True)


@MOODS
def test_what_a_holder_sees_of_her_own(someone, dark):
    page = someone("learner", dark)
    look(page, "/pt/certificates/")
    shot(page, "mine", dark)
    here = own(page)
    for path, name in ((here, "one"), (f"{here}correct/", "correct"), ("/pt/certificates/name/", "name")):
        look(page, path)
        shot(page, name, dark)
    look(page, "/pt/learning/")
    look(page, "/pt/courses/academia-sstc/")


@MOODS
def test_who_is_still_to_confirm_sees_the_paper_with_her_name(someone, dark):
    page = someone("reviewer", dark)
    page.goto("/es/certificates/")
    where = first(page, "main a[href*='/certificates/name/']")
    look(page, where)
    assert page.evaluate("document.querySelector('main img.preview').naturalWidth") == 900
    shot(page, "preview", dark)


def test_a_link_is_made_shown_and_taken_back(someone, reader):
    page = someone("learner", False)
    page.goto(own(page))
    page.click("#share ~ form button")
    link = first(page, "main .code a[href*='/shared/']")
    stranger = reader(script=True)
    look(stranger, link)
    shot(stranger, "shared", False)
    page.click("button[name='stop']")
    assert stranger.goto(link).status == 404


@MOODS
def test_what_those_who_run_an_edition_see(someone, dark):
    page = someone("facilitator", dark)
    page.goto("/pt/teaching/")
    here = f"{first(page, EARLIER)}certificates/"
    for path in DESK:
        look(page, f"{here}{path}")
    look(page, here)
    shot(page, "desk", dark)
    one = first(page, "main table a")
    for path in ("", "revoke/"):
        look(page, f"{one}{path}")
    shot(page, "revoke", dark)
    page.goto(f"{here}?state=waiting")
    waiting = first(page, "main table a")
    for path in ("", "issue/", "refuse/"):
        look(page, f"{waiting}{path}")
    look(page, "/pt/teaching/certificates/")
    shot(page, "figures", dark)
