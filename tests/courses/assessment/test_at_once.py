"""The same at the same moment, in two processes."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.models import Attempt
from courses.assessment.signals import attempt_finished
from tests.factories.accounts import PersonFactory
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, single

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TIMES = 6


@pytest.fixture
def place():
    course = course_below(section_below(site_tree()["en"]))
    quiz = quiz_below(modules_below(course, 1)[0], single(), single())
    return enrolled(PersonFactory(), edition_of(course)), quiz


def all_at_once(work, arguments):
    """Run one thread for each argument, all begun together; return what they answered."""
    begin, answers = Barrier(len(arguments)), []

    def run(argument):
        try:
            begin.wait(timeout=60)
            answers.append(work(argument))
        except Exception as error:
            answers.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return answers


def test_two_tabs_begin_one_attempt(place):
    enrolment, quiz = place
    made = all_at_once(lambda _turn: start_attempt(enrolment=enrolment, quiz=quiz, now=NOW).pk, range(TIMES))
    assert len(made) == TIMES
    assert set(made) == {Attempt.objects.get().pk}


def test_two_answers_at_once_leave_one_of_them_whole(place):
    enrolment, quiz = place
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    options = attempt.answers.get(place=1).order
    given = [options[turn % 3] for turn in range(TIMES)]
    kept = all_at_once(lambda value: save_answer(attempt=attempt, place=1, value=value, now=NOW).value, given)
    assert sorted(kept) == sorted(given)
    assert attempt.answers.get(place=1).value in options


def test_handing_in_twice_at_once_says_so_once(place):
    enrolment, quiz = place
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    said = []

    def hear(sender, attempt, now, **more):
        said.append(attempt.pk)

    attempt_finished.connect(hear)
    try:
        done = all_at_once(lambda _turn: hand_in(attempt=attempt, now=NOW).score, range(TIMES))
    finally:
        attempt_finished.disconnect(hear)
    assert done == [0] * TIMES
    assert said == [attempt.pk]
