"""She says that the name is right as it will be printed; who says nothing for a week is taken to agree."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from accounts.people.names import clean_line
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, ConfirmedName
from certificates.issuing.choices import AT_ONCE, LATE_AFTER, LONGEST_NAME, MAKE, Refusal
from certificates.issuing.refusals import Refused
from jobs.actions import enqueue

STILL_TO_COME = (Stage.HELD, Stage.FAILED, Stage.DUE)


def checked_name(*, name: str) -> str:
    """Return the name in the form that is printed. Raises Refused for an empty one and for one that is too long."""
    clean = clean_line(name)
    if not clean:
        raise Refused(Refusal.NO_NAME)
    if len(clean) > LONGEST_NAME:
        raise Refused(Refusal.LONG_NAME)
    return clean


@transaction.atomic
def confirm_printed_name(*, person: User, name: str, now: datetime) -> int:
    """Keep that she saw this name as it is printed and agreed; certificates of hers that wait are made with it. Returns how many.

    Those that are held, failed or queued bear it when their turn comes; what a worker has in hand is corrected afterwards. It holds for
    later certificates until she changes the name. Safe to call twice. Raises Refused for a name that is none.
    """
    clean = checked_name(name=name)
    remember_name(person=person, name=clean, now=now)
    Award.objects.filter(person=person, state__in=STILL_TO_COME, credential=None).update(name=clean, name_confirmed_at=now)
    return sum(_go_on(row, clean, now) for row in Award.objects.filter(person=person, state=Stage.WAITING))


@transaction.atomic
def confirm_name(*, award: Award, name: str, now: datetime) -> Award:
    """Let a certificate be made with this name, and keep it for later ones. Said again with the same name nothing happens.

    One that is held keeps the name for when it is released. Raises Refused for a name that is none, and once it is too late: a
    certificate that is issued is corrected instead.
    """
    clean = checked_name(name=name)
    row = Award.objects.select_for_update(of=("self",)).select_related("person").get(pk=award.pk)
    if row.person is None:
        raise Refused(Refusal.NO_PERSON)
    if row.name == clean and row.name_confirmed_at and row.state != Stage.WAITING:
        return row
    if row.state == Stage.HELD:
        Award.objects.filter(pk=row.pk).update(name=clean, name_confirmed_at=now)
    elif not _go_on(row, clean, now):
        raise Refused(Refusal.IS_BEING_MADE if row.state in (Stage.DUE, Stage.MAKING, Stage.FAILED) else Refusal.IS_ISSUED)
    remember_name(person=row.person, name=clean, now=now)
    row.refresh_from_db()
    return row


def take_as_agreed(*, now: datetime) -> int:
    """Let every certificate be made whose name nobody answered about within the week, as her account has it now. Returns how many."""
    late = Award.objects.filter(Q(person__printed_name__gt="") | Q(name__gt=""), state=Stage.WAITING, confirm_by__lte=now)
    silent = late.select_related("person").order_by("confirm_by")[:AT_ONCE]
    return sum(_go_on(row, present_name(award=row), now, has_answered=False) for row in silent)


def present_name(*, award: Award) -> str:
    """Return the name that an award bears now: the confirmed one, else the one that her account has for print."""
    if award.name_confirmed_at or award.person is None:
        return award.name
    return award.person.printed_name or award.name


def remember_name(*, person: User, name: str, now: datetime) -> None:
    """Keep a name that was confirmed, with the account too, so that both say the same."""
    ConfirmedName.objects.update_or_create(person=person, defaults={"name": name, "confirmed_at": now})
    if person.printed_name != name:
        person.printed_name = name
        person.save(update_fields=["printed_name"])


@transaction.atomic
def _go_on(row: Award, name: str, now: datetime, *, has_answered: bool = True) -> bool:
    """Queue the making of one that waits for its name, by one conditional UPDATE; False when it does not wait any more."""
    changes = {"name": name, "name_confirmed_at": now if has_answered else None, "state": Stage.DUE, "next_attempt_at": now + LATE_AFTER}
    if not Award.objects.filter(pk=row.pk, state=Stage.WAITING).update(**changes):
        return False
    enqueue(path=MAKE, args=[row.pk])
    return True
