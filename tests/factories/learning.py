"""Editions, enrolments and questions for tests, in a few queries."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from accounts.models import User
from courses.assessment.models import QuizItem, QuizPage
from courses.catalogue.models import DiscussionPage, ModulePage
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.questions.models import Question, QuestionText, QuestionVersion
from tests.factories.content import page_below, prose

NOW = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


def edition_of(course: Any, **fields: Any) -> Edition:
    """Add an announced edition of a course, from 25 January to 31 March 2027 in Maputo's days."""
    given: dict[str, Any] = {"name": "2027", "languages": ["pt"], "zone": "Africa/Maputo", "stage": Stage.OPEN}
    given |= {"starts_on": date(2027, 1, 25), "ends_on": date(2027, 3, 31)}
    return Edition.objects.create(course_key=course.translation_key, **(given | fields))


def self_paced(course: Any, **fields: Any) -> Edition:
    """Add an edition without end."""
    return edition_of(course, **{"is_self_paced": True, "starts_on": None, "ends_on": None, "name": "At any time", **fields})


def run(edition: Edition, person: User) -> None:
    """Let a person run an edition."""
    edition.facilitator_rows.create(person=person)


def enrolled(person: User, edition: Edition, **fields: Any) -> Enrolment:
    """Add somebody who takes part since the edition began."""
    return Enrolment.objects.create(edition=edition, person=person, **({"state": State.ACTIVE, "asked_at": NOW, "since": NOW} | fields))


def discussion_below(module: ModulePage, **fields: Any) -> DiscussionPage:
    """Add a discussion."""
    return page_below(module, DiscussionPage, **{"title": "A discussion", "minutes": 20, "body": prose("Talk."), **fields})


def quiz_below(module: ModulePage, *questions: Question, **fields: Any) -> QuizPage:
    """Add a quiz that asks these questions."""
    quiz: QuizPage = page_below(module, QuizPage, **{"title": "A quiz", "minutes": 10, **fields})
    QuizItem.objects.bulk_create(
        QuizItem(quiz_key=quiz.translation_key, rank=rank, question=question) for rank, question in enumerate(questions, start=1)
    )
    return quiz


def question(kind: str, shape: dict, key: dict, texts: dict[str, dict], **fields: Any) -> Question:
    """Add a question of any kind with its texts by language, and its first version."""
    made = Question.objects.create(kind=kind, shape=shape, key=key, **({"name": "Q", "folder": "Test", "changed_at": NOW} | fields))
    rows = [QuestionText.objects.create(question=made, language=code, **words) for code, words in texts.items()]
    QuestionVersion.objects.create(
        question=made,
        number=1,
        kind=kind,
        points=made.points,
        shape=shape,
        key=key,
        texts={row.language: row.as_data() for row in rows},
        made_at=NOW,
    )
    return made


def single(right: str = "18", wrong: tuple[str, ...] = ("15", "16"), language: str = "en", **fields: Any) -> Question:
    """Add a question with one right answer, which stands first."""
    ids = [str(uuid4()) for _ in (right, *wrong)]
    words = {"stem": "<p>What age?</p>", "options": dict(zip(ids, (right, *wrong), strict=True))}
    weights = {ids[0]: 100} | dict.fromkeys(ids[1:], 0)
    return question("single", {"options": ids, "is_shuffled": False}, {"weights": weights}, {language: words}, **fields)
