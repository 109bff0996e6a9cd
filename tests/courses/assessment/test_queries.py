"""Which attempt counts, which page is shown, how much a quiz asks."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment import queries
from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.models import Attempt, QuizItem, QuizPage
from tests.factories.content import page_below, section_below
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import NOW, quiz_below, single

pytestmark = pytest.mark.django_db


def done(number, score, points=10):
    return Attempt(number=number, progress="finished", score=Decimal(score), points=Decimal(points))


@pytest.mark.parametrize(("keeps", "number"), [("best", 2), ("last", 3), ("first", 1)])
def test_the_best_the_last_or_the_first_counts(keeps, number):
    rows = [done(1, 3), done(2, 9), done(3, 5), Attempt(number=4, progress="open")]
    assert queries.counting(rows, keeps).number == number


def test_of_two_equals_the_earlier_counts_and_shares_are_compared_not_points():
    assert queries.counting([done(1, 5), done(2, 5)], "best").number == 1
    assert queries.counting([done(1, 5, 10), done(2, 4, 5)], "best").number == 2


@pytest.mark.parametrize("keeps", ["best", "last", "first"])
def test_nothing_counts_before_the_first_is_handed_in(keeps):
    assert queries.counting([Attempt(number=1, progress="open")], keeps) is None
    assert queries.counting([done(1, 0, 0)], keeps).number == 1


@given(st.lists(st.integers(0, 10), min_size=1, max_size=8))
def test_the_best_is_never_worse_than_the_last_or_the_first(scores):
    rows = [done(number, score) for number, score in enumerate(scores, start=1)]
    best = queries.counting(rows, "best")
    assert all(best.score >= queries.counting(rows, keeps).score for keeps in ("last", "first"))


def test_the_counted_attempt_is_found_for_one_person_and_one_quiz(enrolment, quiz, module):
    assert queries.counted_attempt(enrolment, quiz) is None
    other = quiz_below(module, single(), slug="other")
    hand_in(attempt=start_attempt(enrolment=enrolment, quiz=other, now=NOW), now=NOW)
    poor = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
    assert queries.counted_attempt(enrolment, quiz) == poor
    better = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    row = better.answers.select_related("version").get(place=1)
    save_answer(attempt=better, place=1, value=row.version.shape["options"][0], now=NOW)
    hand_in(attempt=better, now=NOW)
    assert queries.counted_attempt(enrolment, quiz) == better
    assert queries.attempts_of(enrolment).count() == 3
    assert list(queries.attempts_of(enrolment, quiz.translation_key)) == [poor, better]


def test_the_quiz_is_read_in_the_readers_language_where_it_is_there(homes, quiz):
    portuguese = modules_below(course_below(section_below(homes["pt"])), 1)[0]
    page_below(portuguese, QuizPage, title="Um questionário", translation_key=quiz.translation_key)
    titles = {}
    for code in ("pt", "pt-br", "en", "fr"):
        with translation.override(code):
            titles[code] = queries.quiz_with(quiz.translation_key).title
    assert titles["pt"] == titles["pt-br"] == "Um questionário"
    assert titles["en"] == "A quiz"
    assert titles["fr"] in ("Um questionário", "A quiz")
    QuizPage.objects.update(live=False)
    assert queries.quiz_with(quiz.translation_key) is None


def test_a_quiz_knows_its_course(course, quiz):
    assert queries.course_key_of(quiz) == course.translation_key


def test_how_much_a_quiz_asks(module):
    quiz = quiz_below(module, single(points=2), single(points=1, folder="Bank"), single(is_retired=True))
    assert queries.asked_of(quiz.translation_key) == (2, 3)
    single(folder="Bank/Age")
    QuizItem.objects.create(quiz_key=quiz.translation_key, rank=9, folder="Bank", draw=5)
    assert queries.asked_of(quiz.translation_key) == (3, None)


def test_places_without_an_answer_are_told(attempt):
    row = attempt.answers.get(place=1)
    save_answer(attempt=attempt, place=1, value=row.order[0], now=NOW)
    assert queries.unanswered(attempt) == [2]
