"""A certificate is made: claimed by one conditional UPDATE, drawn outside any transaction, finished in one.

Killed before the end nothing has happened but a file that nobody names, which the next try removes. The end is one transaction:
number, paper, state and the row of the mail that tells of it; so there is one credential, one paper and one mail for an award, however
often the work is begun. (The one window is the mail's own: see `mail.actions.deliver`.)
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, Credential, Paper
from certificates.credentials.numbers import new_number
from certificates.credentials.snapshot import Snapshot
from certificates.designs.models import Template
from certificates.designs.queries import template_for
from certificates.issuers.keys import NoKey
from certificates.issuers.models import Issuer
from certificates.issuing.actions.letters import tell_ready
from certificates.issuing.choices import MOST_TRIES, PAUSES, Refusal
from certificates.issuing.queries.making import claimable
from certificates.issuing.refusals import Obstacle
from certificates.papers.actions import drop, tidy, written
from certificates.papers.drawing import Proof, draw, prove
from certificates.papers.obstacles import Unprintable
from certificates.papers.queries import corrected, snapshot_of, valid_until_moment
from certificates.printing.signing import NoSeal

logger = logging.getLogger(__name__)
LONGEST_REASON = 1000
PLAIN = (Obstacle, NoKey, NoSeal)  # their texts are sentences for staff


@dataclass(frozen=True)
class Drawn:
    """All that a certificate will be, before anybody knows of it."""

    number: str
    words: Snapshot
    template: Template
    issuer: Issuer
    proof: Proof
    paper: Paper


def make(*, award_id: int, now: datetime) -> Credential | None:
    """Make one certificate; None where there is none to make, another worker has it, or it did not work: the row says why. Call outside a
    transaction; safe to call any number of times.
    """
    award = claim(award_id=award_id, now=now)
    if award is None:
        return None
    drawn = made = None
    try:
        drawn = prepare(award=award, now=now)
        made = finish(award=award, drawn=drawn, now=now)
    except Exception as error:
        logger.warning("A certificate could not be made: award %s", award.uid, exc_info=not isinstance(error, PLAIN))
        note_failure(award=award, reason=_said(error), now=now, is_final=isinstance(error, Unprintable))
    if drawn and made is None:
        drop(names=[drawn.paper.file])
    return made


def claim(*, award_id: int, now: datetime) -> Award | None:
    """Take an award that is due, or whose worker died, so that of two workers one gets it."""
    give_up_at = now + timedelta(seconds=2 * settings.Q_CLUSTER["timeout"])
    mine = claimable(now).filter(pk=award_id, attempts__lt=MOST_TRIES)
    if not mine.update(state=Stage.MAKING, claimed_at=now, next_attempt_at=give_up_at, attempts=F("attempts") + 1):
        return None
    return Award.objects.select_related("person", "edition").get(pk=award_id)


def prepare(*, award: Award, now: datetime) -> Drawn:
    """Draw all of it, and write the paper's file, of which nobody knows yet; in the place of one that counts it says the same with another
    name. Raises one of PLAIN, or what the engine raises.
    """
    old = award.credential if award.credential and award.credential.state == State.VALID else None
    template = (old.template if old else None) or template_for(award.edition.course_key, award.kind)
    if template is None:
        raise Obstacle(str(Refusal.NO_TEMPLATE.label))
    words = corrected(award, old.words) if old else snapshot_of(award, template)
    issuer = old.issuer if old else template.issuer
    number = new_number()
    proof = prove(words, number, issuer)
    printed = draw(template, words, number=number, proof=proof, at=now)
    tidy(award=award)
    paper = written(award=award, printed=printed, languages=words.languages, version=template.version, now=now)
    return Drawn(number, words, template, issuer, proof, paper)


@transaction.atomic
def finish(*, award: Award, drawn: Drawn, now: datetime) -> Credential | None:
    """Make it known, and write the mail that tells of it. None where it is not ours any more: another worker took it for stuck, or she
    left.
    """
    mine = Award.objects.filter(pk=award.pk, state=Stage.MAKING, claimed_at=award.claimed_at)
    if not mine.update(claimed_at=now):  # its row is held from here on
        return None
    old = _set_aside(award.credential_id, now)
    credential = Credential.objects.create(
        number=drawn.number,
        person_id=award.person_id,
        award=award,
        kind=award.kind,
        snapshot=drawn.words.as_json(),
        supersedes=old,
        issuer=drawn.issuer,
        template=drawn.template,
        kid=drawn.proof.kid,
        signature=drawn.proof.signature,
        issued_at=now,
        valid_until=valid_until_moment(drawn.words, award.edition),
        status_index=_next_place(drawn.issuer.pk),
    )
    drawn.paper.credential = credential
    drawn.paper.save(force_insert=True)
    Award.objects.filter(pk=award.pk).update(
        state=Stage.ISSUED, credential=credential, reason="", attempts=0, next_attempt_at=None, claimed_at=None
    )
    tell_ready(award=award, words=drawn.words, number=credential.number, is_corrected=old is not None, now=now)
    return credential


@transaction.atomic
def note_failure(*, award: Award, reason: str, now: datetime, is_final: bool = False) -> Stage | None:
    """Note why it did not work: it rests until its next try, or has failed, at once where it is final. None where another worker has it
    meanwhile.
    """
    is_spent = is_final or award.attempts >= MOST_TRIES
    state = Stage.FAILED if is_spent else Stage.DUE
    next_at = None if is_spent else now + PAUSES[award.attempts - 1]
    mine = Award.objects.filter(pk=award.pk, state=Stage.MAKING, claimed_at=award.claimed_at)
    changed = mine.update(state=state, reason=reason[:LONGEST_REASON], next_attempt_at=next_at, claimed_at=None)
    return state if changed else None


def _set_aside(credential_id: int | None, now: datetime) -> Credential | None:
    """Let the credential that counted until now be superseded, and return it; one that was taken back stays so, and is not followed."""
    if credential_id is None or not Credential.objects.filter(pk=credential_id, state=State.VALID).update(
        state=State.SUPERSEDED, state_at=now, is_shared=False
    ):
        return None
    return Credential.objects.get(pk=credential_id)


def _next_place(issuer_id: int) -> int:
    """Take the next place in the issuer's status lists; its row is held until the transaction ends, so that no place is taken twice."""
    Issuer.objects.filter(pk=issuer_id).update(statuses=F("statuses") + 1)
    return Issuer.objects.values_list("statuses", flat=True).get(pk=issuer_id) - 1


def _said(error: Exception) -> str:
    return str(error) if isinstance(error, PLAIN) else f"{type(error).__name__}: {error}"
