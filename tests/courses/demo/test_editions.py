"""The demo's questions and editions: dates around now, the right people, twice no change, and nothing over what was made of them since."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from content.seeding.shaping import identity
from courses.assessment.models import QuizItem
from courses.completion.models import Happening, UnitProgress
from courses.demo.actions import load_editions
from courses.demo.holding import CPLP, HELD, MODULES, SSTC, hold_courses
from courses.demo.progress import right_value
from courses.demo.questions import load_questions
from courses.editions.choices import Stage
from courses.editions.models import Edition, Event, ModuleDates, StaffAct
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.questions.grading import grade
from courses.questions.models import Question, QuestionText, QuestionVersion
from tests.factories.cast import *  # noqa: F403 - the cast as fixtures

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 10, 22, 30, tzinfo=UTC)  # in Maputo it is the 11th


def state():
    """Return everything that a second run could disturb."""
    models = (Question, QuestionText, QuestionVersion, QuizItem, Edition, Enrolment, Event, ModuleDates, StaffAct, Happening, UnitProgress)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_there_are_thirty_questions_five_a_quiz():
    assert load_questions(now=NOW) == 30
    for slug in MODULES:
        items = QuizItem.objects.filter(quiz_key=identity(f"{CPLP}/{slug}/teste"))
        assert [item.rank for item in items] == [1, 2, 3, 4, 5]


def test_every_question_has_a_right_answer_and_gives_nothing_for_everything():
    load_questions(now=NOW)
    for question in Question.objects.all():
        assert grade(question.kind, question.shape, question.key, right_value(question)) == Decimal(1), question
        if question.kind == "multiple":
            assert grade(question.kind, question.shape, question.key, question.shape["options"]) == Decimal(0), question


def test_every_option_has_words_feedback_and_the_question_its_source():
    load_questions(now=NOW)
    for text in QuestionText.objects.select_related("question"):
        shape = text.question.shape
        shown = set(shape.get("options") or shape["lefts"] + shape["rights"])
        assert set(text.options) == shown
        assert all(text.options.values()), text
        assert set(text.replies) == set(shape.get("options", []))
        assert text.source
        assert text.stem.startswith("<p>")
    first = Question.objects.get(origin="demo:m1-conceitos-q1")
    assert set(first.texts.values_list("language", flat=True)) == {"pt", "en", "es", "fr"}
    assert first.versions.get().texts["fr"]["options"][first.shape["options"][3]] == "18 ans"


def test_what_an_editor_made_of_a_question_stays():
    load_questions(now=NOW)
    Question.objects.filter(origin="demo:m1-conceitos-q1").update(points=5)
    QuizItem.objects.filter(quiz_key=identity(f"{CPLP}/m1-conceitos/teste"), rank__gt=1).delete()
    assert load_questions(now=NOW) == 0
    assert Question.objects.get(origin="demo:m1-conceitos-q1").points == 5
    assert QuizItem.objects.filter(quiz_key=identity(f"{CPLP}/m1-conceitos/teste")).count() == 1


def test_the_edition_is_under_way_on_the_day_it_is_loaded(learner, facilitator):
    edition = hold_courses(now=NOW)
    assert (edition.stage, edition.zone) == (Stage.OPEN, "Africa/Maputo")
    assert edition.starts_on.weekday() == 0
    assert edition.starts_at < NOW < edition.ends_at
    assert edition.ends_on - edition.starts_on == timedelta(days=41)
    dues = list(edition.module_dates.order_by("due_on").values_list("module_key", "due_on"))
    assert [key for key, _due in dues] == [identity(f"{CPLP}/{slug}") for slug in MODULES]
    assert dues[-1][1] == edition.ends_on
    assert edition.events.get().starts_at > NOW


def test_its_facilitator_runs_it_and_the_learner_takes_part(learner, facilitator):
    edition = hold_courses(now=NOW)
    assert [row.person for row in edition.facilitator_rows.all()] == [facilitator]
    row = edition.enrolments.get()
    assert row.person == learner
    assert row.is_active
    assert row.since == edition.starts_at
    own_pace = Edition.objects.get(course_key=identity(SSTC))
    assert own_pace.is_self_paced
    assert own_pace.stage == Stage.OPEN
    assert [row.person for row in own_pace.facilitator_rows.all()] == [facilitator]


def test_loading_twice_and_later_changes_nothing(learner, facilitator):
    said = []
    load_editions(now=NOW, say=said.append)
    before = state()
    load_editions(now=NOW + timedelta(days=40), say=said.append)
    assert state() == before
    assert said[0] == "30 questions"
    assert said[2] == "The questions were there already."
    assert HELD in said[1]


def test_without_the_people_of_the_demo_there_is_no_edition():
    said = []
    load_editions(now=NOW, say=said.append)
    assert not Edition.objects.exists()
    assert said[-1].startswith("Without the people")


def test_the_learner_has_done_something_and_nothing_lies_ahead(learner, facilitator, moderator, reviewer):
    edition = hold_courses(now=NOW)
    assert {row.person.email.partition("@")[0] for row in edition.enrolments.all()} == {"learner", "moderator", "reviewer"}
    assert UnitProgress.objects.filter(enrolment__person=learner, done_at__isnull=False).count() == 3
    assert UnitProgress.objects.filter(enrolment__person=reviewer).count() == 1
    assert max(Happening.objects.values_list("at", flat=True)) <= NOW


def test_who_left_is_not_brought_back(learner, facilitator):
    edition = hold_courses(now=NOW)
    edition.enrolments.update(state=State.WITHDRAWN)
    hold_courses(now=NOW + timedelta(days=1))
    assert edition.enrolments.get().state == State.WITHDRAWN
