"""Signing up."""

from typing import Any

from allauth.account.forms import BaseSignupForm, SignupForm
from allauth.core import context
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.entrance import waiting
from accounts.entrance.slowing import may_knock, may_mail
from accounts.notices.actions import accept_notices
from accounts.notices.queries import current_notices
from accounts.people.countries import time_zone_of
from accounts.people.fields import LineField, Plain, offer
from accounts.people.models import User
from accounts.people.queries import countries, languages
from limits.queries import address_of


class WhoForm(Plain, BaseSignupForm):
    """Who somebody is, and what she accepts: the same for whoever comes by herself and whom another house sends."""

    account_already_exists: bool

    name = LineField(
        label=_("Name"), max_length=150, help_text=_("As others are to read it."), widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    country = forms.ChoiceField(label=_("Country"), widget=forms.Select(attrs={"autocomplete": "country"}))
    institution = LineField(
        label=_("Institution"),
        max_length=200,
        required=False,
        help_text=_("May stay empty."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=languages, help_text=_("Of the mails that the site writes."))
    is_of_age = forms.BooleanField(label=_("I am 16 years old or older."))
    is_accepted = forms.BooleanField(label=_("I accept the terms of use and have read the privacy notice."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "pt"
        offer(self.fields["country"], [("", _("Choose a country")), *countries(language)])
        self.fields["language"].initial = language
        self.fields["email"].label = _("E-mail address")

    def clean(self) -> dict[str, Any]:
        """Judge the whole; a form without fault counts as a mail to its address."""
        cleaned = super().clean()
        if not self.errors:
            now = timezone.now()
            if wait := may_knock(address=address_of(context.request), now=now):
                raise forms.ValidationError(waiting.sentence(wait), code="slowed")
            if wait := may_mail(email=cleaned["email"], now=now):
                self.add_error("email", forms.ValidationError(waiting.mail_sentence(wait), code="slowed"))
        return cleaned

    def try_save(self, request: HttpRequest) -> Any:
        """Keep the person, or mail the owner of the address that it has an account already; both look and last the same."""
        if self.account_already_exists:
            make_password(self.cleaned_data.get("password1") or None)
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # the same form, sent twice at once
            self.account_already_exists = True
            return super().try_save(request)

    def signup(self, request: HttpRequest, user: User) -> None:
        """Complete the row that allauth has just made."""
        now, data = timezone.now(), self.cleaned_data
        user.name = user.printed_name = data["name"]
        user.country, user.institution, user.language = data["country"], data["institution"], data["language"]
        user.time_zone = time_zone_of(data["country"])
        user.of_age_at = now
        user.save()
        accept_notices(person=user, notices=current_notices(now), now=now)


class SignUpForm(WhoForm, SignupForm):
    """Somebody who comes by herself. The password may stay empty: a mailed code does."""

    field_order = ["email", "name", "country", "institution", "language", "password1", "is_of_age", "is_accepted"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        password = self.fields["password1"]
        password.label = _("Password")
        password.help_text = _("May stay empty: a mailed code signs in as well. Otherwise at least 10 characters.")
        password.widget.is_required = False
