"""Who answers, and when."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from courses.completion.models import Completion
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from courses.evaluation.models import Questionnaire


def opens_at(edition: Edition, questionnaire: Questionnaire | None) -> datetime | None:
    """Return from when everybody may answer: the chosen day, else the last one; None: only who has completed the course."""
    chosen = questionnaire.opens_on if questionnaire else None
    return edition.day_begins(chosen or edition.ends_on)


def can_answer(enrolment: Enrolment, now: datetime) -> bool:
    """Return whether one who takes part may answer now: open to all from its day, to her once she has completed, until it is closed."""
    edition = enrolment.edition
    if not enrolment.is_active or edition.is_closed:
        return False
    moment = opens_at(edition, Questionnaire.objects.filter(edition=edition).first())
    return (moment is not None and moment <= now) or Completion.objects.filter(enrolment=enrolment).exists()


def who_can_answer(edition: Edition, now: datetime) -> QuerySet[Enrolment]:
    """Return those of an edition who may answer now: the twin of `can_answer`."""
    if edition.stage == Stage.CLOSED:
        return Enrolment.objects.none()
    people = Enrolment.objects.active().filter(edition=edition)
    moment = opens_at(edition, Questionnaire.objects.filter(edition=edition).first())
    if moment is not None and moment <= now:
        return people
    return people.filter(Q(Exists(Completion.objects.filter(enrolment=OuterRef("pk")))))
