"""What is done to people's rows."""

from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from jobs.actions import enqueue

from .models import User


@transaction.atomic
def confirm_address(*, person: User, now: datetime) -> None:
    """Take the person's address as proven: she opened what was mailed there. Other people's unproven claims to it lapse."""
    EmailAddress.objects.filter(email=person.email).exclude(user=person).filter(verified=False).delete()
    EmailAddress.objects.filter(user=person, primary=True).exclude(email=person.email).update(primary=False)
    EmailAddress.objects.update_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})


@transaction.atomic
def put_into_groups(*, person: User, names: Sequence[str], now: datetime) -> None:
    """Add the person to the groups with these names; the migration made them."""
    person.groups.add(*Group.objects.filter(name__in=names))


@transaction.atomic
def deactivate(*, person: User, now: datetime) -> None:
    """Close the account: she cannot sign in, and her open sessions end for good."""
    User.objects.filter(pk=person.pk).update(is_active=False)
    person.is_active = False
    enqueue(path="accounts.people.tasks.end_sessions", args=[person.pk])


@transaction.atomic
def activate(*, person: User, now: datetime) -> None:
    """Open a closed account again. A former member stays one: ValueError."""
    if person.is_erased:
        raise ValueError("a former member cannot be activated")
    User.objects.filter(pk=person.pk).update(is_active=True)
    person.is_active = True
