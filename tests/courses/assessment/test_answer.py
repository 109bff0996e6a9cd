"""Keeping an answer as it is given."""

from datetime import timedelta

import pytest
from django.utils import translation

from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.choices import Refused, Review
from courses.assessment.clock import GRACE
from courses.assessment.models import Answer
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.factories.learning import NOW, quiz_below, single

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


def options(attempt, place=1):
    return attempt.answers.get(place=place).order


def save(attempt, value, place=1, now=LATER):
    return save_answer(attempt=attempt, place=place, value=value, now=now)


def refused(attempt, value, **more):
    with translation.override("en"), pytest.raises(Refused) as caught:
        save(attempt, value, **more)
    return caught.value.said


def test_an_answer_is_kept_with_its_moment(attempt):
    one = options(attempt)[0]
    assert save(attempt, one).answered_at == LATER
    row = attempt.answers.get(place=1)
    assert (row.value, row.answered_at, row.fraction) == (one, LATER, None)


def test_the_same_answer_again_changes_nothing(attempt):
    one = options(attempt)[0]
    save(attempt, one)
    save(attempt, one, now=LATER + timedelta(hours=1))
    assert attempt.answers.get(place=1).answered_at == LATER


def test_an_answer_is_changed_and_taken_back(attempt):
    save(attempt, options(attempt)[0])
    save(attempt, options(attempt)[1])
    assert attempt.answers.get(place=1).value == options(attempt)[1]
    save(attempt, None)
    row = attempt.answers.get(place=1)
    assert (row.value, row.answered_at) == (None, None)


def test_a_place_that_is_none_is_no_answer(attempt):
    with pytest.raises(Answer.DoesNotExist):
        save(attempt, "x", place=9)


def test_after_handing_in_nothing_changes(attempt):
    hand_in(attempt=attempt, now=NOW)
    assert refused(attempt, options(attempt)[0]) == "This attempt was handed in before. The answer below was not saved."
    assert attempt.answers.get(place=1).value is None


@pytest.fixture
def timed(enrolment, module):
    return start_attempt(enrolment=enrolment, quiz=quiz_below(module, single(), single(), minutes_limit=30), now=NOW)


def test_what_a_lost_line_held_up_counts_for_two_minutes(timed):
    one = options(timed)[0]
    save(timed, one, now=timed.ends_at + GRACE)
    assert timed.answers.get(place=1).value == one


def test_what_comes_later_is_refused_and_the_attempt_handed_in(timed):
    save(timed, options(timed)[0])
    too_late = timed.ends_at + GRACE + timedelta(seconds=1)
    assert refused(timed, options(timed, 2)[0], place=2, now=too_late).startswith("The time is over.")
    timed.refresh_from_db()
    assert (timed.is_open, timed.is_late, timed.score) == (False, True, 1)
    assert timed.answers.get(place=2).value is None
    assert refused(timed, options(timed, 2)[0], place=2, now=too_late).startswith("The time is over.")


def test_who_left_changes_nothing_and_keeps_what_she_gave(attempt, enrolment):
    save(attempt, options(attempt)[0])
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    assert refused(attempt, options(attempt)[1]).startswith("You no longer take part in this edition.")
    assert attempt.answers.get(place=1).value == options(attempt)[0]


def test_in_a_closed_edition_nothing_changes(attempt, edition):
    edition.stage, edition.closed_at = Stage.CLOSED, NOW
    edition.save()
    assert refused(attempt, options(attempt)[1]).startswith("This edition is closed.")


def test_while_the_quiz_is_taken_down_nothing_changes_and_afterwards_she_goes_on(attempt, quiz):
    quiz.live = False
    quiz.save()
    assert refused(attempt, options(attempt)[0]).startswith("This quiz has been taken down for now.")
    quiz.live = True
    quiz.save()
    assert save(attempt, options(attempt)[0])


def test_where_what_is_right_is_shown_at_once_the_answer_is_graded_and_stays(enrolment, module):
    quiz = quiz_below(module, single(), review=Review.NOW)
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    right, wrong = options(attempt)[:2]
    assert save(attempt, None).fraction is None
    assert save(attempt, wrong).fraction == 0
    assert refused(attempt, right) == "You have seen what was right here: the answer stays as it was."
    assert save(attempt, wrong).fraction == 0


def kept(attempt, value, *, known, given_at, now=LATER + timedelta(hours=1)):
    return save_answer(attempt=attempt, place=1, value=value, now=now, given_at=given_at, known=known)


def test_what_a_device_kept_does_not_undo_what_was_answered_elsewhere_since(attempt):
    old, new = options(attempt)[:2]
    save(attempt, new)
    with translation.override("en"), pytest.raises(Refused) as caught:
        kept(attempt, old, known="", given_at=LATER - timedelta(minutes=2))
    assert "on another device" in caught.value.said
    assert attempt.answers.get(place=1).value == new


def test_what_a_device_kept_counts_where_it_is_the_later_answer(attempt):
    old, new = options(attempt)[:2]
    save(attempt, old)
    kept(attempt, new, known="", given_at=LATER + timedelta(minutes=2))
    assert attempt.answers.get(place=1).value == new


def test_however_slow_the_line_a_device_that_knows_what_is_saved_may_change_it(attempt):
    first, second = options(attempt)[:2]
    known = save(attempt, first).stamp
    kept(attempt, second, known=known, given_at=LATER - timedelta(hours=1))
    assert attempt.answers.get(place=1).value == second


def test_what_was_saved_already_is_no_conflict(attempt):
    one = options(attempt)[0]
    save(attempt, one)
    assert kept(attempt, one, known="", given_at=LATER - timedelta(hours=1)).answered_at == LATER


def test_what_is_pressed_on_the_page_counts_whatever_another_device_did(attempt):
    first, second = options(attempt)[:2]
    save(attempt, first, now=LATER + timedelta(minutes=9))
    save(attempt, second)
    assert attempt.answers.get(place=1).value == second
