"""An account of another house waits, in the browser's session, to be joined to the account here whose address it bears.

Nothing is joined by the address alone: first the person signs in by code or password, then she is asked and presses a button.
"""

import time
from typing import Any

from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from accounts.people.models import User

WAITING = "accounts_social_waiting"
WAITS_SECONDS = 30 * 60


def let_wait(request: HttpRequest, sociallogin: SocialLogin, email: str) -> None:
    """Keep the other house's account until the person with this address has signed in."""
    request.session[WAITING] = {"login": sociallogin.serialize(), "email": email.lower(), "at": time.time()}


def waiting_for(request: HttpRequest, person: User) -> SocialLogin | None:
    """Return what waits for this person in this browser, if it is not too old."""
    held: dict[str, Any] = request.session.get(WAITING) or {}
    if held.get("email") != person.email or time.time() - held.get("at", 0) > WAITS_SECONDS:
        return None
    try:
        return SocialLogin.deserialize(held["login"])
    except (ValueError, KeyError):
        return None


def drop_waiting(request: HttpRequest) -> None:
    """Forget what waits."""
    request.session.pop(WAITING, None)


def join(request: HttpRequest, sociallogin: SocialLogin, person: User) -> bool:
    """Join the other house's account to this person; False where somebody has it already. A mail tells her."""
    account = sociallogin.account
    if SocialAccount.objects.filter(provider=account.provider, uid=account.uid).exists():
        return False
    try:
        with transaction.atomic():
            sociallogin.connect(request, person)
    except IntegrityError:
        return False
    return True
