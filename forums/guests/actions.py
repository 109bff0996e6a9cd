"""Guests come, are proven, are forgotten."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from forums.guests.models import Guest


@transaction.atomic
def meet(*, email: str, name: str, language: str, now: datetime) -> Guest:
    """Return the guest with this address; made at first sight. Safe to call twice, and at once.

    Until she proved the address, the last name typed with it counts; afterwards only she changes it, through her link.
    """
    row = {"name": name, "language": language, "accepted_at": now, "of_age_at": now, "created_at": now}
    guest, is_new = Guest.objects.get_or_create(email=email.strip().lower(), defaults=row)
    if not is_new and guest.confirmed_at is None:
        guest.name, guest.language = name, language
        guest.save(update_fields=["name", "language"])
    return guest


@transaction.atomic
def prove(*, guest: Guest, language: str, now: datetime) -> None:
    """Take the address as hers: she pressed the button behind a mailed link. The first time stands; the language read then is hers."""
    guest.confirmed_at, guest.language = guest.confirmed_at or now, language
    guest.save(update_fields=["confirmed_at", "language"])


def rename(*, guest: Guest, name: str) -> None:
    """Give a guest the name that she wants to be read under."""
    guest.name = name
    guest.save(update_fields=["name"])


def turn_link(*, guest: Guest) -> None:
    """Close every long-lived link mailed so far; the next one opens."""
    Guest.objects.filter(pk=guest.pk).update(turn=F("turn") + 1)
    guest.refresh_from_db()


def blank(*, guest: Guest, now: datetime) -> None:
    """Leave of a guest only that somebody was here. Safe to call twice."""
    Guest.objects.filter(pk=guest.pk, erased_at=None).update(email=None, name="", erased_at=now, claimed_by=None, turn=F("turn") + 1)
    guest.refresh_from_db()
