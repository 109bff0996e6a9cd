"""The same for a whole edition: states by one UPDATE, what needs a mail or a new row by jobs that take a part each.

Nobody decides about her own among them but who manages all.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, AwardQuerySet
from certificates.credentials.rules import besides_own
from certificates.issuing.actions.award import award_completion
from certificates.issuing.actions.decide import OPEN, STARTED, refuse
from certificates.issuing.choices import AT_ONCE, ISSUE_REST, QUEUE, REFUSE_REST, Refusal
from certificates.issuing.queries.editions import can_be_issued, without_award
from certificates.issuing.refusals import Refused
from courses.editions.actions import note_act
from courses.editions.models import Edition
from jobs.actions import enqueue


@transaction.atomic
def issue_all(*, edition: Edition, by: User | None, now: datetime) -> int:
    """Let the certificates of all who completed be made: those that wait for an answer or failed, and those that nobody awarded yet.

    What is held, refused, revoked or issued stays as it is. Returns how many. Safe to call twice.
    """
    missing = without_award(edition, decided_by=by).count()
    number = can_be_issued(edition, decided_by=by).update(state=Stage.DUE, next_attempt_at=now, **STARTED) + missing
    if missing:
        enqueue(path=ISSUE_REST, args=[str(edition.uid), by.pk if by else None])
    return _noted(edition, "issue", by, "", number, now)


@transaction.atomic
def hold_all(*, edition: Edition, by: User | None, reason: str, now: datetime) -> int:
    """Keep every certificate of the edition that is not made yet from being made. Returns how many."""
    changes = STARTED | {"state": Stage.HELD, "next_attempt_at": None, "reason": reason.strip()}
    return _noted(edition, "hold", by, reason.strip(), _open(edition, by).update(**changes), now, is_due=False)


@transaction.atomic
def release_all(*, edition: Edition, by: User | None, now: datetime) -> int:
    """Let every held certificate of the edition go on where it was, with the names that `release` gives them. Returns how many."""
    held = besides_own(Award.objects.filter(edition=edition, state=Stage.HELD), by)
    printed = User.objects.filter(pk=OuterRef("person"), printed_name__gt="").values("printed_name")
    held.filter(name_confirmed_at=None).update(name=Coalesce(Subquery(printed), F("name")))
    agreed = Q(name_confirmed_at__isnull=False) | Q(confirm_by__lte=now)
    number = held.filter(agreed).update(state=Stage.DUE, next_attempt_at=now, **STARTED)
    number += held.update(state=Stage.WAITING, next_attempt_at=None, **STARTED)
    return _noted(edition, "release", by, "", number, now)


@transaction.atomic
def refuse_all(*, edition: Edition, by: User | None, reason: str, now: datetime) -> int:
    """Refuse every certificate of the edition that is not made yet, and tell each person why. Returns how many. Raises Refused without
    a reason. Those who complete later are not among them.
    """
    if not reason.strip():
        raise Refused(Refusal.NO_REASON)
    number = _refusable(edition, by, now).count()
    if number:  # each refusal is written down for itself
        enqueue(path=REFUSE_REST, args=[str(edition.uid), by.pk if by else None, reason.strip(), now.isoformat()])
    return number


def issue_rest(*, edition: Edition, by: User | None = None, now: datetime) -> int:
    """Award and issue what nobody awarded yet, a part of it; then queue the next part. Returns how many. Each is a transaction of its own:
    begun anew it goes on where it was.
    """
    rows = list(without_award(edition, decided_by=by)[: AT_ONCE + 1])
    made = sum(award_completion(completion=row, now=now, is_asked=False) is not None for row in rows[:AT_ONCE])
    if made and len(rows) > AT_ONCE:
        enqueue(path=ISSUE_REST, args=[str(edition.uid), by.pk if by else None])
    return made


def refuse_rest(*, edition: Edition, by: User | None, reason: str, until: datetime, now: datetime) -> int:
    """Refuse what was open at that time, a part of it; then queue the next part. Returns how many."""
    rows = list(_refusable(edition, by, until)[: AT_ONCE + 1])
    done = sum(_refused(row, by, reason, now) for row in rows[:AT_ONCE])
    if done and len(rows) > AT_ONCE:
        enqueue(path=REFUSE_REST, args=[str(edition.uid), by.pk if by else None, reason, until.isoformat()])
    return done


def _refused(row: Award, by: User | None, reason: str, now: datetime) -> bool:
    try:
        refuse(award=row, by=by, reason=reason, now=now)
    except Refused:
        return False  # it was taken into making meanwhile
    return True


def _open(edition: Edition, by: User | None) -> AwardQuerySet:
    return besides_own(Award.objects.filter(edition=edition, state__in=OPEN, credential=None), by)


def _refusable(edition: Edition, by: User | None, until: datetime) -> AwardQuerySet:
    open_then = Award.objects.filter(edition=edition, state__in=[*OPEN, Stage.HELD], credential=None, made_at__lte=until)
    return besides_own(open_then, by).order_by("pk")


def _noted(edition: Edition, verb: str, by: User | None, reason: str, number: int, now: datetime, *, is_due: bool = True) -> int:
    """Write down what was done to how many, and have a job for those that are due now."""
    if number:
        note_act(edition=edition, by=by, verb=f"certificates.{verb}", reason=reason, data={"number": number}, now=now)
    if number and is_due:
        enqueue(path=QUEUE)
    return number
