"""Questions about who takes part."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import User
from content.audience.rules import Reader, is_member
from courses.editions.models import Edition, Facilitator
from courses.editions.rules import MANAGE
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment, EnrolmentQuerySet, Invitation


def active_enrolments(user: Reader) -> list[Enrolment]:
    """Return the enrolments of one who takes part, each with its edition, the latest first. One query for each person object."""
    if user is None or not is_member(user):
        return []
    if "_active_enrolments" not in user.__dict__:
        rows = Enrolment.objects.active().filter(person=user.pk).select_related("edition").order_by("-since", "-pk")
        user.__dict__["_active_enrolments"] = list(rows.annotate(has_person_rank=_rank_of(user)))
    kept: list[Enrolment] = user.__dict__["_active_enrolments"]
    return kept


def current_enrolment(user: Reader, course_key: UUID) -> Enrolment | None:
    """Return the enrolment that counts while this person reads this course: in an edition that is not closed, else the latest."""
    here = [row for row in active_enrolments(user) if row.edition.course_key == course_key]
    return next((row for row in here if not row.edition.is_closed), here[0] if here else None)


def forget_enrolments(user: Reader) -> None:
    """Ask again: after a change within the same request."""
    if user is not None:
        user.__dict__.pop("_active_enrolments", None)
        user.__dict__.pop("_rounds", None)


@dataclass(frozen=True)
class Round:
    """An edition as the closed round of this person: she takes part, or she is named to run it."""

    audience: str
    is_closed: bool
    is_attended: bool
    is_named: bool


def rounds_of(user: Reader) -> list[Round]:
    """Return the editions that are this person's own. One query for each person object, none where her enrolments have told all."""
    if user is None or not is_member(user):
        return []
    if "_rounds" not in user.__dict__:
        user.__dict__["_rounds"] = _told_by_enrolments(user) if is_told_to_run_none(user) else _asked(user)
    kept: list[Round] = user.__dict__["_rounds"]
    return kept


def is_told_to_run_none(user: Reader) -> bool:
    """Return whether enrolments that were asked for anyway have told that this person runs no edition; never asks."""
    return user is not None and "_active_enrolments" in user.__dict__ and runs_none(user)


def _told_by_enrolments(user: Reader) -> list[Round]:
    editions = [row.edition for row in active_enrolments(user)]
    return [Round(edition.audience, edition.is_closed, True, False) for edition in editions]


def _asked(user: Reader) -> list[Round]:
    person = user.pk  # type: ignore[union-attr]
    attends = Exists(Enrolment.objects.active().filter(edition=OuterRef("pk"), person=person))
    named = Exists(Facilitator.objects.filter(edition=OuterRef("pk"), person=person))
    editions = Edition.objects.annotate(attends=attends, named=named).filter(Q(attends=True) | Q(named=True))
    return [Round(one.audience, one.is_closed, one.attends, one.named) for one in editions.only("uid", "stage").order_by("-pk")]


def runs_none(user: Reader) -> bool:
    """Return whether it is certain, without a question of its own, that this person runs no edition: her enrolments have told.

    One who takes part nowhere may be staff: then False, and the rules are asked.
    """
    rows = active_enrolments(user)
    return bool(rows) and not rows[0].has_person_rank  # type: ignore[attr-defined]


def enrolment_of(person: User, edition: Edition) -> Enrolment | None:
    """Return where this person stands in this edition; None where she never asked."""
    row = Enrolment.objects.filter(person=person, edition=edition).first()
    if row:
        row.edition, row.person = edition, person
    return row


def places_left(edition: Edition) -> int | None:
    """Return how many places are free; None where there is no limit."""
    if edition.places is None:
        return None
    return max(edition.places - Enrolment.objects.holding_a_place().filter(edition=edition).count(), 0)


def places_left_in(editions: Collection[Edition]) -> dict[int, int]:
    """Return how many places are free in each of these editions that has a limit, by its row id. One query."""
    held = Enrolment.objects.holding_a_place().filter(edition__in=[row.pk for row in editions if row.places is not None])
    taken = dict(held.order_by().values_list("edition").annotate(number=Count("pk")))
    return {row.pk: max(row.places - taken.get(row.pk, 0), 0) for row in editions if row.places is not None}


def people_of(edition: Edition, state: str = "") -> EnrolmentQuerySet:
    """Return the enrolments of an edition with their people, by name; those who wait in the order of their turn."""
    rows = Enrolment.objects.filter(edition=edition, **({"state": state} if state in State.values else {}))
    turn = ["asked_at", "pk"] if state in (State.WAITING, State.ASKED) else ["person__name", "person__email"]
    return rows.select_related("person").order_by(*turn)


def state_counts(edition: Edition) -> dict[str, int]:
    """Return how many stand where: {state: number}, every state named. One query."""
    states = list(Enrolment.objects.filter(edition=edition).values_list("state", flat=True))
    return {state: states.count(state) for state in State.values}


def invitation_with(uid: UUID) -> Invitation | None:
    """Return the invitation with this id and its edition."""
    return Invitation.objects.filter(uid=uid).select_related("edition", "enrolment").first()


def _rank_of(user: Reader) -> Any:
    """Return an annotation: whether this person runs any edition, by name or by right."""
    codename = MANAGE.partition(".")[2]
    right = Q(is_superuser=True) | Q(groups__permissions__codename=codename) | Q(user_permissions__codename=codename)
    own: Any = user.pk if user else None
    return Exists(User.objects.filter(right, pk=own)) | Exists(Facilitator.objects.filter(person=own))
