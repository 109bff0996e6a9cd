"""Those who run an edition issue, hold, release or refuse one certificate. Each deed is written down."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.issuing.actions.confirm import present_name
from certificates.issuing.actions.letters import tell_refused
from certificates.issuing.choices import LATE_AFTER, MAKE, Refusal
from certificates.issuing.refusals import Refused
from courses.editions.actions import note_act
from jobs.actions import enqueue

OPEN = (Stage.WAITING, Stage.DUE, Stage.FAILED)
STARTED = {"attempts": 0, "claimed_at": None, "reason": ""}


@transaction.atomic
def issue_now(*, award: Award, by: User | None, now: datetime) -> Award:
    """Let a certificate be made at once with the name as it stands: without waiting for her answer, held or refused before, or failed.

    One that is due already gets another job, which does no harm. After a revocation it is issued anew under another number. Raises
    Refused for one that is issued or being made, for one who has left, and where there is no name.
    """
    row = _held(award)
    if row.state in (Stage.ISSUED, Stage.MAKING):
        raise Refused(Refusal.IS_ISSUED if row.state == Stage.ISSUED else Refusal.IS_BEING_MADE)
    if row.person is None:
        raise Refused(Refusal.NO_PERSON)
    if not row.name:
        raise Refused(Refusal.NO_NAME)
    _change(row, state=Stage.DUE, next_attempt_at=now + LATE_AFTER, **STARTED)
    enqueue(path=MAKE, args=[row.pk])
    _note(row, "issue", by, "", now)
    return row


@transaction.atomic
def hold(*, award: Award, by: User | None, reason: str, now: datetime) -> Award:
    """Keep a certificate from being made until it is released. Held already, it stays. Raises Refused for one that is issued or refused."""
    row = _held(award)
    if row.state == Stage.HELD:
        return row
    _must_be_open(row)
    _change(row, state=Stage.HELD, next_attempt_at=None, **STARTED | {"reason": reason.strip()})
    _note(row, "hold", by, reason.strip(), now)
    return row


@transaction.atomic
def release(*, award: Award, by: User | None, now: datetime) -> Award:
    """Let a held certificate go on where it was: to be made, or waiting for her answer; a name that was never confirmed is the one that her
    account has now. Anything else stays as it is.
    """
    row = _held(award)
    if row.state != Stage.HELD:
        return row
    is_agreed = row.name_confirmed_at is not None or (row.confirm_by is not None and row.confirm_by <= now)
    name = present_name(award=row)
    if is_agreed:
        _change(row, name=name, state=Stage.DUE, next_attempt_at=now + LATE_AFTER, **STARTED)
        enqueue(path=MAKE, args=[row.pk])
    else:
        _change(row, name=name, state=Stage.WAITING, next_attempt_at=None, **STARTED)
    _note(row, "release", by, "", now)
    return row


@transaction.atomic
def refuse(*, award: Award, by: User | None, reason: str, now: datetime) -> Award:
    """Issue no certificate, and tell her why. Refused already, it stays and she is not told again. Raises Refused without a reason, and
    for one that is issued: that is revoked instead.
    """
    if not reason.strip():
        raise Refused(Refusal.NO_REASON)
    row = _held(award)
    if row.state == Stage.REFUSED:
        return row
    if row.state != Stage.HELD:
        _must_be_open(row)
    _change(row, state=Stage.REFUSED, next_attempt_at=None, **STARTED | {"reason": reason.strip()})
    _note(row, "refuse", by, reason.strip(), now)
    tell_refused(award=row, reason=reason.strip(), now=now)
    return row


def _held(award: Award) -> Award:
    """Return the row as it stands now, held until the transaction ends."""
    return Award.objects.select_for_update(of=("self",)).select_related("person", "edition").get(pk=award.pk)


def _must_be_open(row: Award) -> None:
    if row.state == Stage.MAKING:
        raise Refused(Refusal.IS_BEING_MADE)
    if row.credential_id:  # a corrected one is on its way; what she has stays valid
        raise Refused(Refusal.IS_ISSUED)
    if row.state not in OPEN:
        raise Refused(Refusal.IS_OVER)


def _change(row: Award, **changes: object) -> None:
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes))


def _note(row: Award, verb: str, by: User | None, reason: str, now: datetime) -> None:
    note_act(edition=row.edition, by=by, verb=f"certificates.{verb}", about=row.person, reason=reason, data={"kind": row.kind}, now=now)
