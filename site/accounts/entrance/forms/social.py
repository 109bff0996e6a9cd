"""Signing up through another house, and parting from one."""

from typing import Any

from allauth.socialaccount.forms import DisconnectForm as AllauthDisconnectForm
from allauth.socialaccount.forms import SignupForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.entrance.joining import let_wait

from .sign_up import WhoForm


class SocialSignUpForm(WhoForm, SignupForm):
    """Who somebody is whom another house sent, and what she accepts."""

    field_order = ["email", "name", "country", "institution", "language", "is_of_age", "is_accepted"]

    def try_save(self, request: HttpRequest) -> Any:
        """Keep the person. The owner of an address with an account gets the mail that says so; signed in, she is asked to join."""
        answer = super().try_save(request)
        if self.account_already_exists:
            let_wait(request, self.sociallogin, self.cleaned_data["email"])
        return answer


class DisconnectForm(AllauthDisconnectForm):
    """One of the joined accounts. The last one may go too: a mailed code always opens the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].error_messages["required"] = _("Choose one first.")

    def clean(self) -> dict[str, Any]:
        """Judge only that it is one of hers."""
        return forms.Form.clean(self) or {}
