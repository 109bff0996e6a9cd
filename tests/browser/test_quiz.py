"""A quiz in a real browser: nothing is lost or doubled when the line goes, and every kind of question can be read out."""

import os
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from courses.assessment.actions import hand_in, save_answer
from courses.assessment.models import Attempt, QuizPage
from courses.evaluation.models import Questionnaire
from tests.browser.attempting import *  # noqa: F403
from tests.browser.attempting import step, value_of
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, single

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOTS = os.environ.get("SHOTS", "")


def test_an_answer_is_saved_as_it_is_given(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("Saved.").wait_for()
    assert value_of(begun, 6) == begun.answers.get(place=6).order[1]


def test_without_a_line_the_answer_waits_here_and_goes_when_the_line_is_back(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.context.set_offline(True)
    page.locator("input[name=answer]").nth(2).check()
    page.get_by_role("status").get_by_text("No line: kept on this device").wait_for()
    page.get_by_role("button", name="Save, next question").click()
    assert "/6/" in page.url
    assert value_of(begun, 6) is None
    page.context.set_offline(False)
    page.get_by_role("status").get_by_text("Saved.").wait_for()
    assert value_of(begun, 6) == begun.answers.get(place=6).order[2]


def test_what_was_kept_here_stands_in_the_form_after_the_browser_was_closed(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.context.set_offline(True)
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("No line: kept on this device").wait_for()
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(step(begun, 7))
    page.get_by_role("status").get_by_text("Saved.").wait_for()
    assert value_of(begun, 6) == begun.answers.get(place=6).order[1]
    page.goto(step(begun, 6))
    expect(page.locator("input[name=answer]").nth(1)).to_be_checked()
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('answers:')).length") == 0


def test_what_was_kept_here_and_comes_too_late_is_told_and_changes_nothing(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.context.set_offline(True)
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("No line: kept on this device").wait_for()
    hand_in(attempt=begun, now=NOW)
    page.context.set_offline(False)
    page.get_by_role("status").get_by_text("could not be saved any more").wait_for()
    assert value_of(begun, 6) is None


def kept_here(page, begun, place=6):
    """Give an answer while the line is cut; it stays on the device."""
    page.goto(step(begun, place))
    page.context.set_offline(True)
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("No line: kept on this device").wait_for()
    page.goto("about:blank")


def press_hand_in(page):
    page.locator("form[data-hand-in] button[type=submit]").click()


def test_what_was_kept_here_is_sent_before_the_attempt_is_handed_in(screen, begun):
    page = screen()
    kept_here(page, begun)
    page.context.set_offline(False)
    page.goto(f"/en/learning/attempts/{begun.uid}/hand-in/")
    page.get_by_text(f"{begun.answers.count() - 1} questions have no answer yet").wait_for()
    press_hand_in(page)
    page.wait_for_url(f"**/attempts/{begun.uid}/")
    assert value_of(begun, 6) == begun.answers.get(place=6).order[1]
    assert not Attempt.objects.get().is_open


def test_nothing_is_handed_in_while_an_answer_is_only_here(screen, begun):
    page = screen()
    address = f"/en/learning/attempts/{begun.uid}/hand-in/"
    page.route("**/6/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.goto(step(begun, 6))
    page.locator("input[name=answer]").nth(1).check()
    page.get_by_role("status").get_by_text("No line").wait_for()
    page.goto(address)
    press_hand_in(page)
    page.get_by_role("status").get_by_text("Nothing is handed in").wait_for()
    assert Attempt.objects.get().is_open
    page.unroute("**/6/")
    press_hand_in(page)
    page.wait_for_url(f"**/attempts/{begun.uid}/")
    assert value_of(begun, 6) == begun.answers.get(place=6).order[1]


def test_a_number_kept_here_that_is_none_leads_back_to_its_question(screen, begun):
    place = next(row.place for row in begun.answers.select_related("version") if row.version.kind == "numeric")
    page = screen()
    page.goto(step(begun, place))
    page.fill("input[name=answer]", "many")
    page.goto(f"/en/learning/attempts/{begun.uid}/hand-in/")
    press_hand_in(page)
    page.get_by_role("status").get_by_role("link", name=str(place)).click()
    expect(page.locator("input[name=answer]")).to_have_value("many")
    assert Attempt.objects.get().is_open


def test_going_on_saves_once_and_moves(screen, begun):
    page = screen()
    page.goto(step(begun, 6))
    page.locator("input[name=answer]").nth(0).check()
    page.get_by_role("button", name="Save, next question").click()
    page.wait_for_url("**/7/")
    assert value_of(begun, 6) == begun.answers.get(place=6).order[0]
    assert Attempt.objects.count() == 1


def test_a_number_that_is_taken_changes_places(screen, begun):
    page = screen()
    page.goto(step(begun, 3))
    fields = page.locator("[data-places] select")
    for place, number in enumerate(("1", "2", "3")):
        fields.nth(place).select_option(number)
    page.get_by_role("status").get_by_text("Saved.").wait_for()
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        fields.nth(2).select_option("1")
    assert sent.value.status == 204
    for place, number in enumerate(("3", "2", "1")):
        expect(fields.nth(place)).to_have_value(number)
    assert value_of(begun, 3) == list(reversed(begun.answers.get(place=3).order))


def tab_to(page, selector):
    """Go on with the Tab key until this has the focus."""
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_keyboard_alone_goes_through_a_quiz(screen, module, learner, script):
    quiz = quiz_below(module, single(), single())
    enrolled(learner, edition_of(module.get_parent().specific))
    page = screen(script=script)
    page.goto(quiz.url)
    tab_to(page, "form[action$='/start/'] button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for _question in range(2):
        tab_to(page, "input[name=answer]")
        page.keyboard.press("Space")
        tab_to(page, "form.narrow button[type=submit]")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    tab_to(page, "form.section button[type=submit]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    made = Attempt.objects.get()
    assert page.url.endswith(f"/{made.uid}/")
    assert made.is_passed


def faults(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found]


def look(page, address, name):
    """Return what is wrong with a page, and that it is no wider than the screen; keeps a picture where one is wanted."""
    page.goto(address)
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    return faults(page)


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_every_page_of_a_quiz_can_be_read_out_and_fits_a_small_screen(screen, begun, live_server, dark):
    page = screen(dark=dark)
    for place in range(1, 7):
        assert look(page, step(begun, place), f"step-{place}") == []
    assert look(page, f"/en/learning/attempts/{begun.uid}/hand-in/", "hand-in") == []
    for row in begun.answers.select_related("version"):
        if row.version.kind == "single":
            save_answer(attempt=begun, place=row.place, value=row.order[row.place % 2], now=NOW)
    hand_in(attempt=begun, now=NOW)
    assert look(page, f"/en/learning/attempts/{begun.uid}/", "result") == []
    quiz = QuizPage.objects.get()
    assert look(page, quiz.url, "quiz") == []
    assert "Attempt 1" in page.content()


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_the_questions_at_the_end_can_be_read_out_and_fit_a_small_screen(screen, begun, dark):
    edition = begun.enrolment.edition
    Questionnaire.objects.create(edition=edition, opens_on=date(2020, 1, 1))
    page = screen(dark=dark)
    assert look(page, f"/en/learning/editions/{edition.uid}/evaluation/", "evaluation") == []
    assert page.locator("[name^=q-]").count() > 3
