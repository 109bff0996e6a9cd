"""Somebody whom staff know by address is brought in: a member is enrolled and told, anybody else invited."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction
from django.utils.translation import pgettext_lazy

from accounts.models import User
from accounts.queries import by_address, proven_by_address
from courses.editions.models import Edition
from courses.enrolment.actions.enrol import enrol
from courses.enrolment.actions.invite import invite
from courses.enrolment.choices import OUT, Answer, State
from courses.enrolment.models import Enrolment, Invitation


class Outcome(models.TextChoices):
    """What came of it."""

    ENROLLED = "enrolled", pgettext_lazy("brought in", "enrolled")
    WAITING = "waiting", pgettext_lazy("brought in", "on the waiting list")
    INVITED = "invited", pgettext_lazy("brought in", "invited")
    IN_ALREADY = "in_already", pgettext_lazy("brought in", "in already")
    INVITED_BEFORE = "invited_before", pgettext_lazy("brought in", "invited before")
    LEFT = "left", pgettext_lazy("brought in", "withdrew, or was refused: decide about this person by hand")
    GONE = "gone", pgettext_lazy("brought in", "the account with this address is closed")


NEW = (Outcome.ENROLLED, Outcome.WAITING, Outcome.INVITED)
SAME = (Outcome.IN_ALREADY, Outcome.INVITED_BEFORE)


@dataclass(frozen=True)
class Entry:
    """Whom to bring in. `email` is in lower case, `country` an ISO code or empty."""

    email: str
    name: str = ""
    language: str = "pt"
    country: str = ""
    institution: str = ""


@transaction.atomic
def bring_in(*, edition: Edition, entry: Entry, by: User | None, is_again: bool = False, now: datetime) -> Outcome:
    """Enrol the member who proved this address, else invite the address, and say what came of it. Doing it again changes nothing.

    Who withdrew or was refused is left alone, unless `is_again` says that she is taken in again. Raises Refused where the edition is not
    announced, closed or over.
    """
    outcome = foretell(edition=edition, entry=entry, is_again=is_again)
    if outcome == Outcome.INVITED:
        invite(
            edition=edition,
            email=entry.email,
            by=by,
            name=entry.name,
            language=entry.language,
            country=entry.country,
            institution=entry.institution,
            now=now,
        )
    elif outcome == Outcome.ENROLLED:
        person = proven_by_address(entry.email) or by_address(entry.email)
        row = enrol(person=person, edition=edition, by=by, now=now) if person else None
        return Outcome.WAITING if row and row.state == State.WAITING else outcome
    return outcome


def foretell(*, edition: Edition, entry: Entry, is_again: bool = False) -> Outcome:
    """Say what would come of it now, and change nothing. Whether there is a place is seen only when it is done."""
    person = by_address(entry.email)
    stood = Enrolment.objects.filter(edition=edition, person=person).values_list("state", flat=True).first() if person else None
    invited = Invitation.objects.filter(edition=edition, email=entry.email).exclude(answer=Answer.TAKEN_BACK)
    return outcome_of(
        is_closed=person is not None and not person.is_active,
        state=stood,
        is_member=proven_by_address(entry.email) is not None,
        is_invited=invited.exists(),
        is_again=is_again,
    )


def outcome_of(*, is_closed: bool, state: str | None, is_member: bool, is_invited: bool, is_again: bool = False) -> Outcome:
    """Say what follows from how an address stands: its account closed, its person's state here, the account's address proven, invited."""
    if is_closed:
        return Outcome.GONE
    if state in (State.ACTIVE, State.WAITING):
        return Outcome.IN_ALREADY
    if state in OUT:
        return Outcome.ENROLLED if is_again else Outcome.LEFT
    if is_member:
        return Outcome.ENROLLED
    return Outcome.INVITED_BEFORE if is_invited else Outcome.INVITED
