"""What staff do with people; each leaves a trace in Wagtail's log."""

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from accounts.entrance.adapter import write_account_mail
from accounts.entrance.forms.passwords import password_link
from accounts.people import actions as people
from accounts.people.models import User


@transaction.atomic
def remind(*, person: User, by: User, now: datetime) -> None:
    """Mail how to confirm the address: by signing in with a code. The mail holds no secret, so it may be sent again."""
    write_account_mail(kind="reminder", to=person.email, person=person, context={})
    log(person, "wagtail.edit", user=by)


@transaction.atomic
def invite(*, person: User, by: User, now: datetime) -> None:
    """Mail the link to choose a password to somebody whom staff have just put in."""
    write_account_mail(kind="invitation", to=person.email, person=person, context={"password_url": password_link(person)})


@transaction.atomic
def deactivate(*, person: User, by: User, now: datetime) -> None:
    """Close the account."""
    people.deactivate(person=person, now=now)
    log(person, "wagtail.edit", user=by)


@transaction.atomic
def activate(*, person: User, by: User, now: datetime) -> None:
    """Open the account again."""
    people.activate(person=person, now=now)
    log(person, "wagtail.edit", user=by)
