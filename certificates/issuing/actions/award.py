"""Somebody is to have a certificate."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, ConfirmedName
from certificates.designs.choices import Kind
from certificates.designs.queries import template_for
from certificates.issuing.actions.letters import ask_name
from certificates.issuing.choices import DAYS_TO_CONFIRM, LATE_AFTER, MAKE, Refusal
from certificates.issuing.refusals import Refused
from courses.completion.models import Completion
from courses.editions.actions import note_act
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from jobs.actions import enqueue


def award_completion(*, completion: Completion, now: datetime, is_asked: bool = True) -> Award | None:
    """Award the certificate of a completed course, in the transaction that completed it. None where no design fits the course.

    Safe to call twice: one person, edition and kind is one award. Her name confirmed beforehand, it is made at once; else she is asked,
    unless staff say that it is made with the name as it is (`is_asked` False).
    """
    row = completion.enrolment
    if row.person.is_erased or template_for(row.edition.course_key, Kind.COMPLETION) is None:
        return None
    return _awarded(row.edition, row.person, Kind.COMPLETION, row, now, is_asked=is_asked)


@transaction.atomic
def award(*, edition: Edition, person: User, kind: str, by: User | None, now: datetime) -> Award:
    """Award a certificate by hand: for taking part, for contributing. Safe to call twice.

    Raises Refused for one who has left, and where no design fits the course.
    """
    if person.is_erased:
        raise Refused(Refusal.NO_PERSON)
    if template_for(edition.course_key, kind) is None:
        raise Refused(Refusal.NO_TEMPLATE)
    known = Award.objects.filter(person=person, edition=edition, kind=kind).first()
    if known:
        return known
    note_act(edition=edition, by=by, verb="certificates.award", about=person, data={"kind": str(kind)}, now=now)
    return _awarded(edition, person, kind, Enrolment.objects.filter(edition=edition, person=person).first(), now)


@transaction.atomic
def _awarded(edition: Edition, person: User, kind: str, enrolment: Enrolment | None, now: datetime, *, is_asked: bool = True) -> Award:
    """Make the award where there is none, with what follows from it."""
    confirmed = ConfirmedName.objects.filter(person=person).first()
    name = person.printed_name or person.name or (confirmed.name if confirmed else "")
    is_confirmed = confirmed is not None and confirmed.name == name
    is_due = bool(name) and (is_confirmed or not is_asked)
    first = {
        "enrolment": enrolment,
        "name": name,
        "name_confirmed_at": confirmed.confirmed_at if confirmed and is_confirmed else None,
        "state": Stage.DUE if is_due else Stage.WAITING,
        "confirm_by": now + DAYS_TO_CONFIRM,
        "next_attempt_at": now + LATE_AFTER if is_due else None,
        "made_at": now,
    }
    made, is_new = Award.objects.get_or_create(edition=edition, person=person, kind=kind, defaults=first)
    if is_new and is_due:
        enqueue(path=MAKE, args=[made.pk])
    elif is_new:
        ask_name(award=made, now=now)
    return made
