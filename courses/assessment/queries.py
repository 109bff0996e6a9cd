"""Questions about quizzes and the attempts at them."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from wagtail.models import Page

from content.pages.addresses import content_code
from courses.assessment.choices import Keeps
from courses.assessment.models import Answer, Attempt, QuizItem, QuizPage
from courses.catalogue.models import CoursePage
from courses.enrolment.models import Enrolment
from courses.questions.models import Question, QuestionVersion


class Asked(NamedTuple):
    """How many questions an attempt asks, and what they are worth: None where some are drawn, as that may differ from try to try."""

    number: int
    points: Decimal | None


def quiz_with(key: UUID) -> QuizPage | None:
    """Return the published quiz with this translation key, in the reader's language where it is there. One query."""
    code = content_code(get_language())
    pages = list(
        QuizPage.objects.live().filter(translation_key=key).select_related("locale", "alias_of__locale").defer("body").order_by("pk")
    )
    return next((page for page in pages if page.locale.language_code == code), pages[0] if pages else None)


def course_key_of(page: Page) -> UUID | None:
    """Return the translation key of the course that a quiz stands in."""
    above = page.path[: -2 * Page.steplen]
    return CoursePage.objects.filter(path=above).values_list("translation_key", flat=True).first()


def attempts_of(enrolment: Enrolment, quiz_key: UUID | None = None) -> QuerySet[Attempt]:
    """Return the attempts of one who takes part, at one quiz or at all, in the order in which they were begun."""
    rows = Attempt.objects.filter(enrolment=enrolment.pk).order_by("quiz_key", "number")
    return rows if quiz_key is None else rows.filter(quiz_key=quiz_key)


def counting(attempts: Iterable[Attempt], keeps: str) -> Attempt | None:
    """Return which of the attempts at one quiz counts: among those handed in, the best (the earlier of two equals), last or first."""
    done = sorted((row for row in attempts if not row.is_open), key=lambda row: row.number)
    if not done:
        return None
    if keeps == Keeps.BEST:
        return max(done, key=lambda row: ((row.score or 0) / row.points if row.points else 0, -row.number))
    return done[-1] if keeps == Keeps.LAST else done[0]


def counted_attempt(enrolment: Enrolment, quiz: QuizPage) -> Attempt | None:
    """Return the attempt that counts for this person at this quiz, None before the first is handed in."""
    return counting(attempts_of(enrolment, quiz.translation_key), quiz.keeps)


def items_of(quiz_key: UUID) -> QuerySet[QuizItem]:
    """Return what a quiz asks, in order, with the questions that are named."""
    return QuizItem.objects.filter(quiz_key=quiz_key).select_related("question")


def pool_of(folder: str) -> QuerySet[Question]:
    """Return the questions that are drawn from a folder."""
    return Question.objects.usable().within(folder).order_by("pk")


def asked_of(quiz_key: UUID) -> Asked:
    """Return how much an attempt asks, as things stand: retired questions are left out."""
    items = list(items_of(quiz_key))
    named = {item.question.pk: item.question for item in items if item.question and not item.question.is_retired}
    drawn = sum(min(item.draw, pool_of(item.folder).exclude(pk__in=list(named)).count()) for item in items if item.folder)
    points = None if drawn else sum((question.points for question in named.values()), Decimal(0))
    return Asked(len(named) + drawn, points)


def answers_of(attempt: Attempt) -> QuerySet[Answer]:
    """Return the questions of an attempt in order, each with the version that was asked."""
    return attempt.answers.select_related("version", "question", "key")


def unanswered(attempt: Attempt) -> list[int]:
    """Return the places that have no answer yet."""
    return list(attempt.answers.filter(value__isnull=True).values_list("place", flat=True))


def keys_for(answers: Iterable[Answer]) -> dict[int, QuestionVersion]:
    """Return by whose key answers are graded now, by answer id: the version that was asked, or the newest of its kind that corrects it.

    One query, however many.
    """
    rows = list(answers)
    corrected = corrections_of({row.question_id for row in rows})
    return {row.pk: later_key(corrected, row.version) or row.version for row in rows}


def corrections_of(questions: Collection[int]) -> dict[tuple[int, str], QuestionVersion]:
    """Return the newest version of each kind by which answers to these questions were to be graded once more, by question and kind."""
    rows = QuestionVersion.objects.filter(question__in=questions, regrade__isnull=False).order_by("number")
    return {(row.question_id, row.kind): row for row in rows}


def later_key(corrected: Mapping[tuple[int, str], QuestionVersion], version: QuestionVersion) -> QuestionVersion | None:
    """Return the version that corrects this one; None where none does."""
    found = corrected.get((version.question_id, version.kind))
    return found if found is not None and found.number > version.number else None


def keys_used(answers: Iterable[Answer]) -> dict[int, QuestionVersion]:
    """Return by whose key answers were graded, by answer id; that is what is shown as right. Those not graded yet: as `keys_for` says.

    While a correction is under way, and where an edition was closed before it, this is the key that the points came from.
    """
    rows = list(answers)
    open_ones = keys_for([row for row in rows if row.fraction is None])
    return {row.pk: open_ones.get(row.pk) or row.key or row.version for row in rows}
