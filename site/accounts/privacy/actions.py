"""Erasing a person."""

from collections.abc import Collection
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import transaction
from wagtail import hooks
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from accounts.notices.models import Acceptance
from accounts.people.models import User
from jobs.actions import enqueue


@transaction.atomic
def erase(*, person: User, now: datetime, wishes: Collection[str] = ()) -> None:
    """Blank the person's row to a former member, with her addresses, rights and sessions; every storey clears its own first.

    Doing it again changes nothing. What she wrote stays, without her name, where its storey decided so (hook `erase_person`), but for
    what she wishes to go too: the keys of those that she ticked (hook `erase_wishes`).
    """
    row = User.objects.get_queryset().select_for_update().get(pk=person.pk)
    if row.is_erased:
        return
    for wish in hooks.get_hooks("erase_wishes"):
        key, _label, fulfil = wish()
        if key in wishes:
            fulfil(row, now)
    for clear in hooks.get_hooks("erase_person"):
        clear(row, now)
    EmailAddress.objects.filter(user=row).delete()
    Acceptance.objects.filter(person=row).delete()
    UserProfile.objects.filter(user=row).delete()
    ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(row.pk)).delete()
    row.groups.clear()
    row.user_permissions.clear()
    _blank(row, now)
    enqueue(path="accounts.people.tasks.end_sessions", args=[row.pk])


def forget_ended_sessions(*, now: datetime) -> int:
    """Remove the sessions that ended; returns how many."""
    return Session.objects.filter(expire_date__lt=now).delete()[0]


def _blank(row: User, now: datetime) -> None:
    """Leave of the row only that somebody was here. The new unusable password ends every session at once."""
    row.email = f"former-{row.uid.hex}@erased.invalid"
    row.name = row.printed_name = row.institution = row.country = ""
    row.language, row.time_zone = "pt", "UTC"
    row.is_active = row.is_staff = row.is_superuser = False
    row.last_login = row.of_age_at = None
    row.erased_at = now
    row.set_unusable_password()
    row.save()
