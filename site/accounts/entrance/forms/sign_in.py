"""Signing in: one address, two ways."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.account.internal.userkit import filter_users_by_email
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.entrance import waiting
from accounts.entrance.slowing import may_knock, may_mail
from accounts.people.fields import Plain
from limits.queries import address_of


class SignInForm(Plain, LoginForm):
    """An address with a password, or with the wish for a mailed code.

    `way` is the button: “code”, “password”, or empty when Enter was pressed; then a typed password decides.
    """

    way = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        password = self.fields["password"]
        password.required, password.help_text, password.label = False, "", _("Password")
        password.widget.is_required = False

    @property
    def is_by_password(self) -> bool:
        """Whether the password is the way that was chosen."""
        way = self.data.get("way", "")
        return way == "password" or (way != "code" and bool(self.data.get("password")))

    def user_credentials(self) -> dict[str, Any]:
        """Return what the person is known by: with the password only where that is the way chosen."""
        credentials = {"email": self.cleaned_data["login"]}
        if self.is_by_password and self.cleaned_data.get("password"):
            credentials["password"] = self.cleaned_data["password"]
        return credentials

    def clean(self) -> dict[str, Any]:
        """Judge the password, or whether a code may be mailed. Says the same for addresses with and without an account."""
        if self.errors:
            return self.cleaned_data
        wait = may_knock(address=address_of(self.request), now=timezone.now())
        if wait:
            raise forms.ValidationError(waiting.sentence(wait), code="slowed")
        if self.is_by_password and not self.cleaned_data.get("password"):
            self.add_error("password", _("Type the password, or ask for a code instead."))
            return self.cleaned_data
        try:
            return super().clean()
        except forms.ValidationError as error:
            self.add_error("password", error)
            return self.cleaned_data

    def _clean_without_password(self, email: str | None, phone: str | None) -> dict[str, Any]:
        """Find who gets the code; whoever has no account gets a mail that says so."""
        wait = may_mail(email=email or "", now=timezone.now())
        if wait:
            self.add_error("login", forms.ValidationError(waiting.mail_sentence(wait), code="slowed"))
        people = filter_users_by_email(email or "", is_active=True, prefer_verified=True, for_login=True)
        self.user = people[0] if people else None
        return self.cleaned_data
