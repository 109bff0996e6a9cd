"""A quiz in a real browser: nothing is lost or doubled when the line goes, and every kind of question can be read out."""

import os
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.models import Answer, Attempt, QuizPage
from courses.evaluation.models import Questionnaire
from tests.factories.accounts import PersonFactory
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, single
from tests.factories.quizzes import every_kind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOTS = os.environ.get("SHOTS", "")


@pytest.fixture
def learner(transactional_db):
    return PersonFactory(language="en")


@pytest.fixture
def module(transactional_db):
    return modules_below(course_below(section_below(site_tree()["en"])), 1)[0]


@pytest.fixture
def begun(module, learner):
    """An attempt at a quiz of every kind, and of three with one right answer."""
    course = module.get_parent().specific
    quiz = quiz_below(module, *(question for question, _value in every_kind().values()), single(), single(), single())
    return start_attempt(enrolment=enrolled(learner, edition_of(course)), quiz=quiz, now=NOW)


@pytest.fixture
def screen(chrome, live_server, learner):
    """Return a maker of small screens on which the learner is signed in."""
    contexts = []

    def make(*, script=True, dark=False):
        context = chrome.new_context(
            base_url=live_server.url,
            viewport={"width": 360, "height": 740},
            java_script_enabled=script,
            reduced_motion="reduce",
            color_scheme="dark" if dark else "light",
        )
        client = Client()
        client.force_login(learner)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def step(attempt, place):
    return f"/en/learning/attempts/{attempt.uid}/{place}/"


def value_of(attempt, place):
    return Answer.objects.get(attempt=attempt, place=place).value


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
    assert page.locator("input[name=answer]").nth(1).is_checked()
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
    assert [fields.nth(place).input_value() for place in range(3)] == ["3", "2", "1"]
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
