"""Confirming that one wants to be erased."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import compare_user_code
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from accounts.entrance import waiting
from accounts.entrance.choices import Way
from accounts.entrance.slowing import begin_try, forget_tries
from accounts.people.fields import Plain
from accounts.people.models import User


class EraseForm(Plain, forms.Form):
    """The password, or the code that was mailed, and a tick."""

    password = forms.CharField(
        label=_("Password"), required=False, strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    code = forms.CharField(
        label=_("Code"),
        required=False,
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    is_sure = forms.BooleanField(label=_("I know that this cannot be undone."))

    def __init__(self, *args: Any, person: User, expected: str, **kwargs: Any) -> None:
        self.person, self.expected = person, expected
        super().__init__(*args, **kwargs)
        if not person.has_usable_password():
            del self.fields["password"]
        if not expected:
            del self.fields["code"]
        for wish in hooks.get_hooks("erase_wishes"):
            key, label, _fulfil = wish()
            self.fields[f"wish_{key}"] = forms.BooleanField(label=label, required=False)

    @property
    def wish_fields(self) -> list[forms.BoundField]:
        """Return what else may go, as fields to tick."""
        return [self[name] for name in self.fields if name.startswith("wish_")]

    @property
    def wishes(self) -> set[str]:
        """Return the keys of what is to go too."""
        return {name.removeprefix("wish_") for name, value in self.cleaned_data.items() if name.startswith("wish_") and value}

    def clean(self) -> dict[str, Any]:
        """Judge the password or the code, only where the tick is set: a try is counted."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned.get("code"):
            self._judge_code(cleaned["code"])
        elif cleaned.get("password"):
            self._judge_password(cleaned["password"])
        else:
            raise forms.ValidationError(_("Type the password, or ask for a code and type it."))
        return cleaned

    def _judge_code(self, code: str) -> None:
        now = timezone.now()
        if wait := begin_try(way=Way.CONFIRMATION, email=self.person.email, now=now):
            self.add_error("code", waiting.sentence(wait))
        elif compare_user_code(actual=code, expected=self.expected):
            forget_tries(way=Way.CONFIRMATION, email=self.person.email, now=now)
        else:
            self.add_error("code", get_adapter().validation_error("incorrect_code"))

    def _judge_password(self, password: str) -> None:
        try:
            if not get_adapter().reauthenticate(self.person, password):
                self.add_error("password", get_adapter().validation_error("incorrect_password"))
        except forms.ValidationError as error:
            self.add_error("password", error)
