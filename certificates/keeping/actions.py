"""What a person leaves behind in the certificates when she goes: that somebody was awarded, provable by who holds the paper."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.models import User
from certificates.bundling.actions import drop_bundles
from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper
from certificates.credentials.names import name_hash, new_salt
from certificates.papers.actions import drop_folder, keep_hashes
from jobs.actions import enqueue

PERSONAL = {"name": "", "country": "", "percent": None}


@transaction.atomic
def leave_nothing_personal(*, user: User, now: datetime) -> None:
    """Withdraw what was said of a person. Safe to call twice.

    Kept of each certificate: number, course, edition, days, who issued it, whether it was superseded or revoked, a salted hash of the name,
    so that a holder can still prove a paper by typing it, and the hashes of her files, so that they are still known. Gone: name, country,
    grade, proof, link, wishes for another name, papers (the files by a job that is queued with the change), archives that hold them, and
    every certificate that was not made yet.
    """
    awards = list(Award.objects.select_for_update().filter(person=user))
    credentials = list(Credential.objects.filter(award__in=awards).prefetch_related("papers"))
    Correction.objects.filter(credential__in=credentials).delete()
    for credential in credentials:
        keep_hashes(credential=credential, papers=credential.papers.all())
    Paper.objects.filter(credential__in=credentials).delete()
    for credential in credentials:
        _withdraw(credential, now)
    issued = {credential.award_id for credential in credentials}
    Award.objects.filter(pk__in=[award.pk for award in awards if award.pk not in issued]).delete()
    Award.objects.filter(pk__in=issued).update(
        person=None,
        enrolment=None,
        name="",
        name_confirmed_at=None,
        confirm_by=None,
        state=Stage.WITHDRAWN,
        reason="",
        claimed_at=None,
        next_attempt_at=None,
    )
    ConfirmedName.objects.filter(person=user).delete()
    drop_bundles(editions=sorted({award.edition_id for award in awards}))
    if awards:
        enqueue(path="certificates.keeping.tasks.drop_papers", args=[[award.uid.hex for award in awards]])


def drop_papers(*, award_uids: Sequence[str]) -> None:
    """Remove the files of papers, by the ids of their awards. Safe to call twice."""
    for uid in award_uids:
        drop_folder(award_uid=UUID(uid))


def _withdraw(credential: Credential, now: datetime) -> None:
    """Empty a credential of her; what was revoked or superseded stays so."""
    credential.salt = new_salt()
    credential.name_hash = name_hash(credential.words.name, credential.salt)
    credential.snapshot = credential.snapshot | PERSONAL
    credential.person, credential.signature, credential.reason = None, "", ""
    credential.is_shared, credential.share_token = False, None
    if credential.state == State.VALID:
        credential.state, credential.state_at = State.WITHDRAWN, now
    credential.save()
