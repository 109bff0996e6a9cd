"""Passwords: forgotten, set, changed, asked for again; and changing the address."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.entrance import waiting
from accounts.entrance.choices import Way
from accounts.entrance.links import full_url
from accounts.entrance.slowing import begin_try, forget_tries, may_mail
from accounts.people.fields import Plain
from accounts.people.models import User
from accounts.people.queries import by_uid

HINT = _("At least 10 characters. A sentence of several words is good and easy to keep in mind.")


class ForgottenForm(Plain, allauth.ResetPasswordForm):
    """An address that gets a link; one without an account gets a mail that says so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")

    def clean_email(self) -> str:
        """Return the address where another mail may go to it."""
        email = super().clean_email()
        if wait := may_mail(email=email, now=timezone.now()):
            raise forms.ValidationError(waiting.mail_sentence(wait), code="slowed")
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Mail the link, or that there is no account."""
        adapter, email = allauth.get_adapter(), self.cleaned_data["email"]
        if not self.users:
            adapter.send_mail("account/email/unknown_account", email, {})
        for person in self.users:
            adapter.send_mail("account/email/password_reset_key", email, {"user": person, "password_url": password_link(person)})
        return email


def password_link(person: User) -> str:
    """Return the address of the page where this person can choose a password; good for three days and once."""
    token = allauth.default_token_generator.make_token(person)
    return full_url("account_reset_password_from_key", person.language, uidb36=person.uid.hex, key=token)


class PasswordLinkForm(allauth.UserTokenForm):
    """What such a link holds: the outside id of a person, and the token."""

    def _get_user(self, uidb36: str) -> User | None:
        return by_uid(uidb36 or "")


class NewPasswordForm(Plain, allauth.ResetPasswordKeyForm):
    """A password chosen through a link, once: what is typed can be shown by the browser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.fields["password1"].label, self.fields["password1"].help_text = _("New password"), HINT


class SetPasswordForm(Plain, allauth.SetPasswordForm):
    """A first password of somebody who signs in by code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.fields["password1"].label, self.fields["password1"].help_text = _("New password"), HINT


class ChangePasswordForm(Plain, allauth.ChangePasswordForm):
    """A new password, against the old one; wrong ones are counted like at the door."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.fields["oldpassword"].label, self.fields["oldpassword"].help_text = _("Current password"), ""
        self.fields["password1"].label, self.fields["password1"].help_text = _("New password"), HINT

    def clean_oldpassword(self) -> str:
        """Return the old password when it is right and no pause is open."""
        now, email = timezone.now(), self.user.email
        if wait := begin_try(way=Way.PASSWORD, email=email, now=now):
            raise forms.ValidationError(waiting.sentence(wait), code="slowed")
        password = super().clean_oldpassword()
        forget_tries(way=Way.PASSWORD, email=email, now=now)
        return password


class KnowPasswordForm(Plain, allauth.ReauthenticateForm):
    """The password, once more, before something weighty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label, self.fields["password"].help_text = _("Password"), ""


class ChangeAddressForm(Plain, allauth.AddEmailForm):
    """Another address; it counts once its code has been typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")

    def clean_email(self) -> str:
        """Return the address where another mail may go to it."""
        email = super().clean_email()
        if wait := may_mail(email=email, now=timezone.now()):
            raise forms.ValidationError(waiting.mail_sentence(wait), code="slowed")
        return email
