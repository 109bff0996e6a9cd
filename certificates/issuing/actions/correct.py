"""A wrong name is put right: she asks, those who run the edition answer, a new number takes the place of the old one."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from certificates.credentials.choices import Stage, State, Wish
from certificates.credentials.models import Award, Correction, Credential
from certificates.issuing.actions.confirm import checked_name, remember_name
from certificates.issuing.actions.letters import tell_correction_refused
from certificates.issuing.choices import LATE_AFTER, MAKE, Refusal
from certificates.issuing.refusals import Refused
from courses.editions.actions import note_act
from jobs.actions import enqueue


@transaction.atomic
def ask_correction(*, credential: Credential, wanted_name: str, why: str, by: User, now: datetime) -> Correction:
    """Ask for another name on a certificate that counts. The same asked twice is one wish.

    Raises Refused for a name that is none or the one that stands there, for a certificate that does not count any more, and while
    another name is asked for.
    """
    name = checked_name(name=wanted_name)
    award = Award.objects.select_for_update(of=("self",)).get(pk=credential.award_id)
    row = Credential.objects.get(pk=credential.pk)
    if row.state != State.VALID or award.credential_id != row.pk or row.person_id != by.pk:
        raise Refused(Refusal.NOT_CURRENT)
    if name == row.words.name:
        raise Refused(Refusal.SAME_NAME)
    if award.state != Stage.ISSUED:
        raise Refused(Refusal.IS_ASKED)
    asked = row.corrections.filter(state=Wish.ASKED).first()
    if asked and asked.wanted_name != name:
        raise Refused(Refusal.IS_ASKED)
    return asked or Correction.objects.create(credential=row, wanted_name=name, why=why.strip()[:1000], asked_at=now)


@transaction.atomic
def answer_correction(*, correction: Correction, is_agreed: bool, reason: str, by: User | None, now: datetime) -> Correction:
    """Agree to another name, so that a new certificate is made which supersedes this one; or refuse and tell her why.

    Until the new one is there the old one counts. The same answer twice is one. Raises Refused without a reason to refuse, for one that
    was answered otherwise, and for a certificate that does not count any more.
    """
    if not is_agreed and not reason.strip():
        raise Refused(Refusal.NO_REASON)
    award = Award.objects.select_for_update(of=("self",)).select_related("person", "edition").get(credentials=correction.credential_id)
    row = Correction.objects.select_related("credential__award__person", "credential__award__edition").get(pk=correction.pk)
    answer = Wish.AGREED if is_agreed else Wish.REFUSED
    if row.state != Wish.ASKED:
        if row.state == answer:
            return row
        raise Refused(Refusal.IS_ANSWERED)
    if is_agreed and (row.credential.state != State.VALID or award.state != Stage.ISSUED or award.person is None):
        raise Refused(Refusal.NOT_CURRENT)
    row.state, row.reason, row.by, row.answered_at = answer, reason.strip()[:1000], by, now
    row.save(update_fields=["state", "reason", "by", "answered_at"])
    note_act(
        edition=award.edition, by=by, verb="certificates.agree" if is_agreed else "certificates.refuse_name", about=award.person, now=now
    )
    if is_agreed:
        _make_anew(award, row.wanted_name, now)
    else:
        tell_correction_refused(correction=row, now=now)
    return row


def _make_anew(award: Award, name: str, now: datetime) -> None:
    """Queue the making of a certificate that takes the place of the one that counts."""
    Award.objects.filter(pk=award.pk).update(
        name=name, name_confirmed_at=now, state=Stage.DUE, attempts=0, reason="", next_attempt_at=now + LATE_AFTER
    )
    if award.person:
        remember_name(person=award.person, name=name, now=now)
    enqueue(path=MAKE, args=[award.pk])
