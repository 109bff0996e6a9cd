"""Where allauth asks us about accounts of other houses."""

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from requests import RequestException

from accounts.people.models import User
from accounts.people.names import clean_line
from accounts.people.queries import by_address

from .joining import let_wait

logger = logging.getLogger(__name__)


class SocialAdapter(DefaultSocialAccountAdapter):
    """What differs from allauth's own ways."""

    def list_apps(self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None) -> list[SocialApp]:
        """Return the keys of the environment; none are kept in the database."""
        return [
            SocialApp(provider=name, **keys)
            for name, house in settings.SOCIALACCOUNT_PROVIDERS.items()
            for keys in house.get("APPS", [])
            if provider in (None, name) and client_id in (None, keys["client_id"])
        ]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Lead whoever has an account under the same proven address to its sign-in: it is joined there, never taken over here."""
        if sociallogin.is_existing or sociallogin.state.get("process") != AuthProcess.LOGIN:
            return
        for address in sociallogin.email_addresses:
            if address.verified and by_address(address.email):
                let_wait(request, sociallogin, address.email)
                said = _("Your address has an account here already. Sign in to it by code or password; then %(house)s can be joined to it.")
                messages.info(request, said % {"house": sociallogin.provider.name})
                raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_login")))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Take over name and address, as a suggestion."""
        user: User = super().populate_user(request, sociallogin, data)
        told = sociallogin.account.extra_data
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = clean_line(str(told.get("name") or " ".join(part for part in parts if part)))[:150]
        return user

    def get_signup_form_initial_data(self, sociallogin: SocialLogin) -> dict[str, Any]:
        """Begin the form with the name and the address that the other house told."""
        return super().get_signup_form_initial_data(sociallogin) | {"name": sociallogin.user.name}

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> User:
        """Keep the person; only the address that she typed counts, proven where the other house says so of this very address."""
        email = form.cleaned_data["email"].lower()
        sociallogin.email_addresses = [one for one in sociallogin.email_addresses if one.email.lower() == email]
        user: User = super().save_user(request, sociallogin, form)
        return user

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """Lead back to the list of joined accounts."""
        return reverse("socialaccount_connections")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Answer with a page that shows the other ways in; the log says what happened, without codes or tokens."""
        logger.warning("Signing in with %s did not work: %s %s", provider.name, error, type(exception).__name__ if exception else "")
        is_down = isinstance(exception, RequestException)
        context = {"house": provider.name, "is_cancelled": error == AuthError.CANCELLED, "is_down": is_down}
        raise ImmediateHttpResponse(render(request, "account/social_failed.html", context, status=503 if is_down else 403))
