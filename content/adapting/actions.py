"""Adaptations are told, shown, refused and taken back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from content.adapting.choices import State
from content.adapting.letters import tell_decision
from content.adapting.models import Adaptation
from content.adapting.refusals import Refused
from content.adapting.rules import can_decide, can_tell
from content.adapting.signals import adaptation_changed
from content.generation.actions import raise_generation
from content.practices.models import PracticePage
from content.shelves.tasks import shelve_task

FIELDS = ("country", "year", "place", "kept", "changed", "dropped", "result", "contact", "block_id", "parent", "became_key")


@transaction.atomic
def tell(*, practice: PracticePage, by: User, values: Mapping[str, Any], now: datetime) -> Adaptation:
    """Keep what a member tells; an editor looks at it before others read it. The same told twice is one row. Raises Refused."""
    if not can_tell(by, practice):
        raise Refused(_("Only members who read this practice can tell of an adaptation."))
    said = {name: values[name] for name in FIELDS if name in values}
    parent = said.get("parent")
    if parent is not None and parent.practice_key != practice.translation_key:
        raise Refused(_("What you adapted is an adaptation of another practice."))
    same = Adaptation.objects.waiting().filter(practice_key=practice.translation_key, by=by, **said).first()
    if same is not None:
        return same
    said["language"] = values.get("language") or practice.locale.language_code
    return Adaptation.objects.create(practice_key=practice.translation_key, by=by, sent_at=now, **said)


@transaction.atomic
def accept(*, adaptation: Adaptation, by: User, became_key: UUID | None = None, now: datetime) -> Adaptation:
    """Show it with the practice. `became_key`: the record that the adaptation has of its own. Safe to call twice. Raises Refused."""
    row = _held(adaptation, by)
    became = became_key or row.became_key
    if became is not None and _is_above(became, row.practice_key):
        raise Refused(_("A practice cannot come from its own adaptation."))
    if row.is_accepted and row.became_key == became:
        return row
    row.became_key = became
    return _decide(row, State.ACCEPTED, by, "", now)


@transaction.atomic
def refuse(*, adaptation: Adaptation, by: User, reason: str, now: datetime) -> Adaptation:
    """Do not show it, or no longer; whoever told it reads the reason. Nothing changes the second time. Raises Refused."""
    row = _held(adaptation, by)
    if row.state == State.REFUSED:
        return row
    return _decide(row, State.REFUSED, by, reason, now)


@transaction.atomic
def take_back(*, adaptation: Adaptation, now: datetime) -> None:
    """Remove what its teller takes back; adaptations of it hang on the practice from then on. Safe to call twice."""
    row = Adaptation.objects.select_for_update().filter(pk=adaptation.pk).first()
    if row is None:
        return
    was_shown = row.is_accepted
    row.delete()
    if was_shown:
        _announce(row, now)


@transaction.atomic
def erase_person(*, user: User, now: datetime) -> int:
    """Remove what waits of a member who leaves; what is shown stays, without her and without a contact. Returns how many are touched."""
    own = Adaptation.objects.filter(by=user)
    gone = own.exclude(state=State.ACCEPTED).delete()[0]
    kept = own.update(by=None, contact="")
    if kept:
        raise_generation(now=now)
    return gone + kept


def _held(adaptation: Adaptation, by: User) -> Adaptation:
    row = Adaptation.objects.select_for_update().filter(pk=adaptation.pk).first()
    if row is None:
        raise Refused(_("It was taken back meanwhile."))
    if not can_decide(by, row):
        raise Refused(_("Only editors of the library decide, and nobody about her own."))
    return row


def _decide(row: Adaptation, state: State, by: User, reason: str, now: datetime) -> Adaptation:
    was_shown = row.is_accepted
    row.state, row.decided_by, row.decided_at, row.reason = state, by, now, reason
    row.save()
    if was_shown or row.is_accepted:
        _announce(row, now)
    tell_decision(row, now=now)
    return row


def _announce(row: Adaptation, now: datetime) -> None:
    raise_generation(now=now)
    shelve_task.enqueue([str(row.practice_key)])
    adaptation_changed.send(Adaptation, adaptation=row)


def _is_above(key: UUID, practice: UUID) -> bool:
    """Say whether a practice is among those that this one was adapted from, or is this one."""
    above, row = {practice}, {practice}
    while row:
        row = set(Adaptation.objects.accepted().filter(became_key__in=row).values_list("practice_key", flat=True)) - above
        above |= row
    return key in above
