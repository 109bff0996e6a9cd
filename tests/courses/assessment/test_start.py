"""Beginning an attempt."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from courses.assessment import gate
from courses.assessment.actions import hand_in, start_attempt
from courses.assessment.choices import Refused
from courses.assessment.clock import GRACE
from courses.assessment.models import Attempt, QuizItem
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.factories.learning import NOW, quiz_below, single

pytestmark = pytest.mark.django_db


def start(enrolment, quiz, **more):
    return start_attempt(enrolment=enrolment, quiz=quiz, now=more.pop("now", NOW), **more)


def refused(enrolment, quiz, **more):
    with translation.override("en"), pytest.raises(Refused) as caught:
        start(enrolment, quiz, **more)
    return caught.value.said


def test_an_attempt_keeps_what_it_asks_what_that_is_worth_and_what_is_needed(enrolment, quiz):
    made = start(enrolment, quiz)
    assert (made.number, made.points, made.pass_percent, made.ends_at, made.score) == (1, 2, 60, None, None)
    rows = list(made.answers.select_related("version"))
    assert [row.place for row in rows] == [1, 2]
    assert [row.order for row in rows] == [row.version.shape["options"] for row in rows]
    assert {row.value for row in rows} == {None}


def test_an_open_attempt_is_gone_on_with(enrolment, quiz):
    assert start(enrolment, quiz) == start(enrolment, quiz, now=NOW + timedelta(days=3))
    assert Attempt.objects.count() == 1


def test_a_button_pressed_again_after_handing_in_begins_no_second_attempt(enrolment, quiz):
    first = start(enrolment, quiz, number=1)
    hand_in(attempt=first, now=NOW)
    assert start(enrolment, quiz, number=1) == first
    assert start(enrolment, quiz, number=2).number == 2


def test_attempts_are_used_up(enrolment, module):
    quiz = quiz_below(module, single(), attempts_max=2)
    for _time in range(2):
        hand_in(attempt=start(enrolment, quiz), now=NOW)
    assert refused(enrolment, quiz) == "You have used all your attempts."
    assert Attempt.objects.count() == 2


def test_without_a_limit_one_tries_as_often_as_one_likes(enrolment, module):
    quiz = quiz_below(module, single(), attempts_max=None)
    for _time in range(5):
        hand_in(attempt=start(enrolment, quiz), now=NOW)
    assert Attempt.objects.filter(quiz_key=quiz.translation_key).count() == 5


def test_who_left_begins_nothing(enrolment, quiz):
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    assert refused(enrolment, quiz).startswith("You no longer take part in this edition.")


def test_a_closed_edition_begins_nothing(enrolment, quiz):
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    assert refused(enrolment, quiz).startswith("This edition is closed.")


def test_a_quiz_that_is_not_published_begins_nothing(enrolment, quiz):
    quiz.live = False
    assert refused(enrolment, quiz).startswith("This quiz has been taken down for now.")


def test_a_gate_of_a_room_above_keeps_a_quiz_shut_with_its_own_words(enrolment, quiz):
    shut = lambda held, page, now: f"{page.title} opens after the reading."  # noqa: E731 - withdrawn below
    gate.register(shut)
    try:
        assert refused(enrolment, quiz) == "A quiz opens after the reading."
    finally:
        gate.withdraw(shut)
    assert start(enrolment, quiz)


def test_a_gate_that_shuts_again_does_not_stop_what_was_begun(enrolment, quiz):
    begun = start(enrolment, quiz)
    shut = lambda held, page, now: "Shut."  # noqa: E731 - withdrawn below
    gate.register(shut)
    try:
        assert start(enrolment, quiz) == begun
    finally:
        gate.withdraw(shut)


def test_a_quiz_without_questions_begins_nothing(enrolment, module):
    assert refused(enrolment, quiz_below(module)) == "This quiz has no questions yet."
    assert not Attempt.objects.exists()


def test_a_question_that_is_no_longer_asked_is_left_out(enrolment, module):
    quiz = quiz_below(module, single(is_retired=True), single())
    assert start(enrolment, quiz).answers.count() == 1


def test_some_are_drawn_from_a_folder_and_those_below_it(enrolment, module):
    quiz = quiz_below(module)
    made = [single(folder="Bank"), single(folder="Bank/Age"), single(folder="Bank/Hours"), single(folder="Banking"), single(folder="Bank")]
    made[4].is_retired = True
    made[4].save()
    QuizItem.objects.create(quiz_key=quiz.translation_key, rank=1, folder="Bank", draw=2)
    attempt = start(enrolment, quiz, chance=Random(7))
    asked = set(attempt.answers.values_list("question", flat=True))
    assert len(asked) == 2
    assert asked <= {row.pk for row in made[:3]}


def test_the_newest_version_is_asked(enrolment, module):
    changed = single()
    changed.versions.create(number=2, kind="single", points=3, shape=changed.shape, key=changed.key, texts={}, made_at=NOW)
    attempt = start(enrolment, quiz_below(module, changed))
    assert attempt.answers.get().version.number == 2
    assert attempt.points == 3


def test_time_runs_from_the_start_and_more_of_it_for_who_needs_it(enrolment, module):
    quiz = quiz_below(module, single(), minutes_limit=30)
    more = lambda held: 50  # noqa: E731 - withdrawn below
    gate.register_more_time(more)
    try:
        assert start(enrolment, quiz).ends_at == NOW + timedelta(minutes=45)
    finally:
        gate.withdraw(more)


def test_an_attempt_whose_time_is_over_is_handed_in_and_shown(enrolment, module):
    quiz = quiz_below(module, single(), minutes_limit=30)
    first = start(enrolment, quiz)
    again = start(enrolment, quiz, now=first.ends_at + GRACE + timedelta(seconds=1))
    assert again == first
    assert (again.is_open, again.is_late, again.finished_at) == (False, True, first.ends_at)


def test_beginning_asks_the_same_number_of_queries_however_many_questions(enrolment, module):
    asked = []
    for count in (1, 3, 10):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-of-{count}")
        with CaptureQueriesContext(connection) as queries:
            start(enrolment, quiz)
        asked.append(len([row for row in queries if "SAVEPOINT" not in row["sql"]]))
    assert asked[1] == asked[2] <= asked[0]
