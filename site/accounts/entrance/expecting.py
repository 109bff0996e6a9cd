"""Somebody is expected to sign up: a mailed link of ours has proven her address, and what is known of her is filled in."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

KNOWN = "accounts_known"
FIELDS = ("name", "country", "institution", "language")


def expect_sign_up(*, request: HttpRequest, email: str, known: dict[str, str]) -> None:
    """Take the address as proven if an account is made with it in this browser, and begin its form with what is known (`FIELDS`).

    Only for who opened a link that was mailed to this address alone, and pressed a button there.
    """
    get_adapter(request).stash_verified_email(request, email)
    request.session[KNOWN] = {"email": email, **{name: known[name] for name in FIELDS if known.get(name)}}


def known_of(request: HttpRequest) -> dict[str, Any]:
    """Return what the form of an expected person begins with; nothing for anybody else."""
    return dict(request.session.get(KNOWN) or {})


def settle_known(request: HttpRequest, email: str) -> None:
    """Forget what was known, the account is being made; and what was proven, unless it is made with that address."""
    request.session.pop(KNOWN, None)
    adapter = get_adapter(request)
    if not adapter.is_email_verified(request, email):
        adapter.unstash_verified_email(request)
