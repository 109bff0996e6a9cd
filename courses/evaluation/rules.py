"""Who answers, and when."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from courses.completion.models import Completion
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from courses.evaluation.models import Questionnaire


def opens_on(edition: Edition, questionnaire: Questionnaire | None) -> date | None:
    """Return the day from which everybody may answer: the chosen one, else the last; None: only who has completed the course."""
    return (questionnaire.opens_on if questionnaire else None) or edition.ends_on


def _is_open_to_all(edition: Edition, now: datetime) -> bool:
    day = opens_on(edition, Questionnaire.objects.filter(edition=edition).first())
    moment = edition.day_begins(day)
    return moment is not None and moment <= now


def can_answer(enrolment: Enrolment, now: datetime) -> bool:
    """Return whether one who takes part may answer now: open to all from its day, to her once she has completed, until it is closed."""
    edition = enrolment.edition
    if not enrolment.is_active or edition.is_closed:
        return False
    return _is_open_to_all(edition, now) or Completion.objects.filter(enrolment=enrolment).exists()


def asked_now(*, rows: Sequence[Enrolment], completed: Collection[int], now: datetime) -> set[int]:
    """Return the ids of those enrolments of one person that may answer now and have not. One query; `completed`: their ids."""
    running = {row.pk: row for row in rows if row.is_active and not row.edition.is_closed}
    if not running:
        return set()
    silent = Enrolment.objects.filter(pk__in=running, respondent=None).values_list("pk", "edition__questionnaire__opens_on")
    found = set()
    for pk, chosen in silent:
        edition = running[pk].edition
        moment = edition.day_begins(chosen or edition.ends_on)
        if pk in completed or (moment is not None and moment <= now):
            found.add(pk)
    return found


def who_can_answer(edition: Edition, now: datetime) -> QuerySet[Enrolment]:
    """Return those of an edition who may answer now: the twin of `can_answer`."""
    if edition.stage == Stage.CLOSED:
        return Enrolment.objects.none()
    people = Enrolment.objects.active().filter(edition=edition)
    if _is_open_to_all(edition, now):
        return people
    return people.filter(Exists(Completion.objects.filter(enrolment=OuterRef("pk"))))
