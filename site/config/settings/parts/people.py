"""Accounts: e-mail with a password or with a mailed code (allauth), or through another house; our own user model."""

from typing import Any

from .environment import IS_HTTPS, env

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name", "institution")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # the mails say three days
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_ADAPTER = "accounts.entrance.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "accounts.entrance.forms.SignInForm",
    "signup": "accounts.entrance.forms.SignUpForm",
    "confirm_login_code": "accounts.entrance.forms.SignInCodeForm",
    "confirm_email_verification_code": "accounts.entrance.forms.ConfirmAddressForm",
    "add_email": "accounts.entrance.forms.ChangeAddressForm",
    "change_password": "accounts.entrance.forms.ChangePasswordForm",
    "set_password": "accounts.entrance.forms.SetPasswordForm",
    "reset_password": "accounts.entrance.forms.ForgottenForm",
    "reset_password_from_key": "accounts.entrance.forms.NewPasswordForm",
    "user_token": "accounts.entrance.forms.PasswordLinkForm",
    "reauthenticate": "accounts.entrance.forms.KnowPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 12  # the pauses slow guessing down (accounts.entrance.slowing)
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 12
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_TIMEOUT = 30 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = False  # ours count in all processes, by account and kindly by network
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"

SOCIALACCOUNT_ADAPTER = "accounts.entrance.social_adapter.SocialAdapter"
SOCIALACCOUNT_FORMS = {
    "signup": "accounts.entrance.forms.social.SocialSignUpForm",
    "disconnect": "accounts.entrance.forms.social.DisconnectForm",
}
SOCIALACCOUNT_AUTO_SIGNUP = False  # terms and age are asked first
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address that another house names opens no account here
SOCIALACCOUNT_QUERY_EMAIL = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False


def _house(prefix: str, **more: Any) -> dict[str, Any] | None:
    """Return the settings of a provider whose keys are in the environment: <PREFIX>_CLIENT_ID and <PREFIX>_CLIENT_SECRET."""
    client_id, secret = env.str(f"{prefix}_CLIENT_ID", default=""), env.str(f"{prefix}_CLIENT_SECRET", default="")
    return {"APPS": [{"client_id": client_id, "secret": secret}], "OAUTH_PKCE_ENABLED": True, **more} if client_id and secret else None


_HOUSES = {
    "google": _house("GOOGLE", SCOPE=["profile", "email"]),
    "facebook": _house("FACEBOOK", FIELDS=["id", "name", "email"]),
    "twitter_oauth2": _house("X", FIELDS=["id", "name", "username"]),
}
SOCIALACCOUNT_PROVIDERS = {name: house for name, house in _HOUSES.items() if house}
