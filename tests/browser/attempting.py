"""A quiz on a small screen: the attempt, the browser of its learner, and where a question stands."""

import pytest
from django.test import Client

from courses.assessment.actions import start_attempt
from courses.assessment.models import Answer
from tests.factories.accounts import PersonFactory
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, single
from tests.factories.quizzes import every_kind

__all__ = ["begun", "learner", "module", "screen", "step", "value_of"]


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
