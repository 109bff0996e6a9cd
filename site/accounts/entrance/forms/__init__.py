"""The forms of the door, named in ACCOUNT_FORMS."""

from .codes import ConfirmAddressForm, SignInCodeForm
from .passwords import (
    ChangeAddressForm,
    ChangePasswordForm,
    ForgottenForm,
    KnowPasswordForm,
    NewPasswordForm,
    PasswordLinkForm,
    SetPasswordForm,
)
from .sign_in import SignInForm
from .sign_up import SignUpForm

__all__ = [
    "ChangeAddressForm",
    "ChangePasswordForm",
    "ConfirmAddressForm",
    "ForgottenForm",
    "KnowPasswordForm",
    "NewPasswordForm",
    "PasswordLinkForm",
    "SetPasswordForm",
    "SignInCodeForm",
    "SignInForm",
    "SignUpForm",
]
