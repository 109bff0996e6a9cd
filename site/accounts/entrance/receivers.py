"""What follows when allauth tells that an address or a password was proven."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.stagekit import unstash_login
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, password_reset
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.db.models.signals import pre_save
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.people.actions import confirm_address
from accounts.people.models import User

KEPT = ("name", "username", "email")


def address_is_proven(sender: type, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """Take the address as confirmed: the link to choose a password was opened there."""
    confirm_address(person=user, now=timezone.now())


def drop_a_strangers_password(sender: type, request: HttpRequest, email_address: EmailAddress, **kwargs: Any) -> None:
    """Take away a password chosen before the address was proven, unless the same browser chose or knew it.

    Otherwise somebody could sign up with another person's address and wait until she confirms it by a mailed code.
    """
    person = email_address.user
    login = unstash_login(request, peek=True)
    knew_it = request.user.is_authenticated or (login and (login.signup or _came_by_password(request, person)))
    if person.has_usable_password() and not knew_it:
        person.set_unusable_password()
        person.save(update_fields=["password"])
        messages.info(
            request, _("The address is confirmed. The password chosen before that no longer counts; a new one can be set in the account.")
        )


def _came_by_password(request: HttpRequest, person: User) -> bool:
    return any(record.get("method") == "password" for record in get_authentication_records(request, person))


def keep_little(sender: type, instance: SocialAccount, **kwargs: Any) -> None:
    """Keep of what another house tells only what a person recognises her account by."""
    instance.extra_data = {name: str(instance.extra_data[name])[:150] for name in KEPT if instance.extra_data.get(name)}


def listen() -> None:
    """Begin to hear; called once, when the app is ready."""
    password_reset.connect(address_is_proven, dispatch_uid="accounts_address_is_proven")
    pre_save.connect(keep_little, sender=SocialAccount, dispatch_uid="accounts_keep_little")
    email_confirmed.connect(drop_a_strangers_password, dispatch_uid="accounts_drop_a_strangers_password")
