"""Handing in, by the learner and by the clock; what it comes to."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment.actions import end_overdue, hand_in, save_answer, start_attempt
from courses.assessment.choices import Refused
from courses.assessment.clock import GRACE
from courses.assessment.models import Answer
from courses.assessment.signals import attempt_finished
from courses.assessment.worth import score_of
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from courses.questions.models import QuestionVersion
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, quiz_below, single

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def heard():
    said = []

    def hear(sender, attempt, now, **more):
        said.append((attempt.pk, attempt.score, now))

    attempt_finished.connect(hear)
    yield said
    attempt_finished.disconnect(hear)


@pytest.fixture
def limited(module):
    return quiz_below(module, single(), single(), minutes_limit=30, slug="limited")


def answer(attempt, place=1, right=True, now=LATER):
    row = attempt.answers.select_related("version").get(place=place)
    save_answer(attempt=attempt, place=place, value=row.version.shape["options"][0 if right else 1], now=now)


def test_what_is_right_counts_and_what_is_not_answered_gives_nothing(attempt, heard):
    answer(attempt)
    done = hand_in(attempt=attempt, now=LATER)
    assert (done.score, done.points, done.percent, done.is_passed) == (1, 2, 50, False)
    assert (done.finished_at, done.is_late) == (LATER, False)
    assert list(done.answers.values_list("fraction", flat=True)) == [1, 0]
    assert heard == [(attempt.pk, 1, LATER)]


def test_handing_in_twice_is_handing_in_once(attempt, heard):
    answer(attempt)
    first = hand_in(attempt=attempt, now=LATER)
    again = hand_in(attempt=attempt, now=LATER + timedelta(days=1))
    assert (again.finished_at, again.score) == (first.finished_at, first.score)
    assert len(heard) == 1


def test_every_kind_of_question_gives_all_its_points_for_what_is_right(enrolment, module, kinds):
    quiz = quiz_below(module, *(question for question, _value in kinds.values()))
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    values = {question.pk: value for question, value in kinds.values()}
    for row in attempt.answers.all():
        save_answer(attempt=attempt, place=row.place, value=values[row.question_id], now=LATER)
    done = hand_in(attempt=attempt, now=LATER)
    assert list(done.answers.values_list("fraction", flat=True)) == [1] * 5
    assert (done.score, done.points) == (10, 10)


def test_who_left_or_whose_edition_is_closed_hands_nothing_in(attempt, enrolment):
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    with translation.override("en"), pytest.raises(Refused, match="no longer take part"):
        hand_in(attempt=attempt, now=LATER)
    enrolment.state = State.ACTIVE
    enrolment.save()
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    with translation.override("en"), pytest.raises(Refused, match="This edition is closed"):
        hand_in(attempt=attempt, now=LATER)


def test_handed_in_within_the_grace_it_ended_with_its_time_and_is_not_late(enrolment, limited):
    attempt = start_attempt(enrolment=enrolment, quiz=limited, now=NOW)
    done = hand_in(attempt=attempt, now=attempt.ends_at + GRACE)
    assert (done.finished_at, done.is_late) == (attempt.ends_at, False)


def test_the_sweep_hands_in_what_the_clock_ends_once(enrolment, limited, heard):
    attempt = start_attempt(enrolment=enrolment, quiz=limited, now=NOW)
    answer(attempt)
    assert end_overdue(now=attempt.ends_at + GRACE) == 0
    after = attempt.ends_at + GRACE + timedelta(seconds=1)
    assert end_overdue(now=after) == 1
    assert end_overdue(now=after) == 0
    attempt.refresh_from_db()
    assert (attempt.is_late, attempt.finished_at, attempt.score) == (True, attempt.ends_at, 1)
    assert len(heard) == 1


def test_the_sweep_leaves_attempts_without_a_clock_and_takes_those_of_who_left(enrolment, limited, quiz, edition):
    start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    other = enrolled(PersonFactory(), edition)
    overdue = start_attempt(enrolment=other, quiz=limited, now=NOW)
    other.state = State.WITHDRAWN
    other.save()
    assert end_overdue(now=NOW + timedelta(days=9)) == 1
    overdue.refresh_from_db()
    assert overdue.is_late


def test_the_hook_of_the_house_runs_the_sweep(enrolment, limited):
    from jobs.actions import sweep

    attempt = start_attempt(enrolment=enrolment, quiz=limited, now=NOW)
    sweep(now=NOW + timedelta(hours=2))
    attempt.refresh_from_db()
    assert attempt.is_late


points = st.decimals("0.01", "9999.99", places=2)
fractions = st.decimals("0", "1", places=5)


@given(st.lists(st.tuples(points, fractions), max_size=30))
def test_marks_stay_within_their_bounds(answers):
    rows = [Answer(version=QuestionVersion(points=worth), fraction=share) for worth, share in answers]
    score = score_of(rows)
    assert 0 <= score <= sum((worth for worth, _share in answers), Decimal(0))
    assert score == score.quantize(Decimal("0.01"))


@given(st.lists(st.tuples(points, fractions), min_size=1, max_size=12), st.integers(0, 11), fractions)
def test_a_better_answer_never_lowers_the_score(answers, which, better):
    rows = [Answer(version=QuestionVersion(points=worth), fraction=share) for worth, share in answers]
    before = score_of(rows)
    row = rows[which % len(rows)]
    row.fraction = max(row.fraction, better)
    assert score_of(rows) >= before
