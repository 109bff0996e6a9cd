"""A certificate is taken back."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from certificates.credentials.choices import Reason, Stage, State, Wish
from certificates.credentials.models import Award, Correction, Credential
from certificates.credentials.rules import can_be_revoked
from certificates.issuing.actions.letters import tell_revoked
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Refused
from courses.editions.actions import note_act


@transaction.atomic
def revoke(*, credential: Credential, reason_class: str, reason: str, by: User | None, now: datetime) -> Credential:
    """Take a certificate back: everybody who verifies it reads the day and the class of reason, she reads the reason too.

    So is one whose name was withdrawn: the name can still be proven, and no reason is kept about a person who is gone. Revoked already, it
    stays as it is and she is not told again. A correction that she asked for, or that is on its way, ends with it.
    Raises Refused for an unknown class, and for one that does not count any more.
    """
    if reason_class not in Reason.values:
        raise Refused(Refusal.NO_REASON_CLASS)
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "edition").get(pk=credential.award_id)
    row = Credential.objects.get(pk=credential.pk)
    if row.state == State.REVOKED:
        return row
    if not can_be_revoked(row):
        raise Refused(Refusal.NOT_CURRENT)
    kept = reason.strip() if row.person_id else ""
    row.state, row.state_at, row.reason_class, row.reason, row.is_shared = State.REVOKED, now, reason_class, kept, False
    row.save(update_fields=["state", "state_at", "reason_class", "reason", "is_shared"])
    Award.objects.filter(pk=award.pk).update(state=Stage.WITHDRAWN, next_attempt_at=None, claimed_at=None)
    open_wishes = Correction.objects.filter(credential=row, state=Wish.ASKED)
    open_wishes.update(state=Wish.REFUSED, by=by, answered_at=now, reason=str(Refusal.NOT_CURRENT.label))
    note_act(
        edition=award.edition,
        by=by,
        verb="certificates.revoke",
        about=award.person,
        reason=row.reason,
        data={"class": reason_class, "number": row.number},
        now=now,
    )
    tell_revoked(award=award, number=row.number, reason_class=reason_class, reason=row.reason, now=now)
    return row
