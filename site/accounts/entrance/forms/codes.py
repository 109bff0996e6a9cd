"""Typing a mailed code: each try is counted for its address, whatever browser or process it comes from."""

from typing import Any

from allauth.account.forms import ConfirmEmailVerificationCodeForm, ConfirmLoginCodeForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.entrance import waiting
from accounts.entrance.choices import Way
from accounts.entrance.slowing import begin_try, forget_tries
from accounts.people.fields import Plain


class CountedCode(Plain):
    """Counts a try before it is judged. `way` and `email` say whose try it is."""

    way: Way
    email: str | None
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("Code")
        code.validators.append(MaxLengthValidator(16))
        code.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "16"}

    def clean_code(self) -> str:
        """Return the code when it is right and no pause is open."""
        now = timezone.now()
        if wait := begin_try(way=self.way, email=self.email or "", now=now):
            raise forms.ValidationError(waiting.sentence(wait), code="slowed")
        code = super().clean_code()  # type: ignore[misc]
        forget_tries(way=self.way, email=self.email or "", now=now)
        return code


class SignInCodeForm(CountedCode, ConfirmLoginCodeForm):
    """The code that signs in."""

    way = Way.CODE

    def __init__(self, *args: Any, email: str | None = None, **kwargs: Any) -> None:
        self.email = email
        super().__init__(*args, **kwargs)


class ConfirmAddressForm(CountedCode, ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""

    way = Way.CONFIRMATION
