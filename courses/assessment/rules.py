"""Who takes a quiz, and who reads an attempt."""

from django.db.models import QuerySet

from content.audience.rules import Reader, is_member
from courses.assessment.choices import Refusal
from courses.assessment.models import Attempt, QuizPage
from courses.editions.rules import can_run, run_by
from courses.enrolment.models import Enrolment


def refusal(enrolment: Enrolment, quiz: QuizPage | None) -> Refusal | None:
    """Return why nothing of this quiz can be begun or changed by one who takes part; None where it can. `quiz`: None is not published."""
    if not enrolment.is_active:
        return Refusal.WITHDRAWN
    if enrolment.edition.is_closed:
        return Refusal.CLOSED
    return None if quiz is not None and quiz.live else Refusal.GONE


def can_take(user: Reader, attempt: Attempt) -> bool:
    """Return whether this is her own attempt: only its learner answers and reads it at her desk, also after she left."""
    return is_member(user) and attempt.enrolment.person_id == user.pk  # type: ignore[union-attr]


def taken_by(user: Reader) -> QuerySet[Attempt]:
    """Return one's own attempts: the twin of `can_take`."""
    return Attempt.objects.filter(enrolment__person=user.pk) if is_member(user) else Attempt.objects.none()  # type: ignore[union-attr]


def can_oversee(user: Reader, attempt: Attempt) -> bool:
    """Return whether this person reads the attempt as staff: who runs its edition."""
    return can_run(user, attempt.enrolment.edition)


def overseen_by(user: Reader) -> QuerySet[Attempt]:
    """Return the attempts in editions that this person runs: the twin of `can_oversee`."""
    return Attempt.objects.filter(enrolment__edition__in=run_by(user))
