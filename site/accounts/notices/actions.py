"""Raising a new version of a notice, accepting one."""

from collections.abc import Iterable
from datetime import datetime

from django.core.cache import cache
from django.db import transaction

from accounts.people.models import User

from .choices import Kind
from .models import Acceptance, Notice
from .queries import CACHE_KEY


@transaction.atomic
def raise_notice(*, kind: str, version: str, now: datetime, change: str = "") -> Notice:
    """Put a version in force from `now`: everybody signed in is asked on the next page. The same version again changes nothing.

    `change`: what changed, in a sentence for the reader. Raises ValueError for an unknown kind.
    """
    if kind not in Kind.values:
        raise ValueError(f"no such notice: {kind}")
    notice, _made = Notice.objects.get_or_create(kind=kind, version=version, defaults={"raised_at": now, "change": change})
    cache.delete(CACHE_KEY)
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))  # somebody may have asked in between
    return notice


@transaction.atomic
def accept_notices(*, person: User, notices: Iterable[Notice], now: datetime) -> None:
    """Keep that this person accepted these versions at this time; the first time stands."""
    for notice in notices:
        Acceptance.objects.get_or_create(person=person, notice=notice, defaults={"accepted_at": now})
