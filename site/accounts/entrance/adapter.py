"""Where allauth asks us: mails become rows, pauses replace locks, words are ours."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.forms import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.people.models import User
from accounts.people.queries import by_address
from accounts.people.signed_in import keep_language
from limits.queries import address_of
from mail.actions import write_from_template

from . import waiting
from .choices import Way
from .joining import waiting_for
from .links import full_url
from .slowing import begin_try, forget_tries


class Adapter(DefaultAccountAdapter):
    """What differs from allauth's own ways."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("The address and the password do not match."),
        "incorrect_code": _("This is not the code of the newest mail. Please look again."),
        "incorrect_password": _("This is not the current password."),
        "enter_current_password": _("This is not the current password."),
        "too_many_login_attempts": _("This code is used up. Ask for a new one."),
        "duplicate_email": _("This is already the address of this account."),
        "email_taken": _("This address cannot be used."),
        "invalid_password_reset": _("This link is used up or too old. Ask for a new one."),
        "rate_limited": _("Several mails are already on their way."),
    }

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answer everybody with pages: there is no second face in JSON."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the network address of the caller, or nothing: a missing one is no reason to refuse."""
        return address_of(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the home page in the language that is being read."""
        return f"/{get_language()}/"

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the home page in the language that is being read."""
        return f"/{get_language()}/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the home page in the language that is being read."""
        return f"/{get_language()}/"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the account."""
        return reverse("account")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        """Lead back to the account."""
        return reverse("account")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try; raise what tells when to try again."""
        wait = begin_try(way=Way.PASSWORD, email=credentials.get("email", ""), now=timezone.now())
        if wait:
            raise ValidationError(waiting.sentence(wait), code="slowed")

    def _rollback_login_failed_rl_usage(self) -> None:
        """Do nothing: allauth's own counters are off, ours are forgotten in `authenticate`."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Return the person whose password this is, and begin to count afresh."""
        user = super().authenticate(request, **credentials)
        if user:
            forget_tries(way=Way.PASSWORD, email=credentials.get("email", ""), now=timezone.now())
        return user

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        """Begin to count afresh: whoever opened the mailed link is no guesser."""
        forget_tries(way=Way.PASSWORD, email=credentials.get("email", ""), now=timezone.now())

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Lead on, and let the browser remember her language for addresses without one."""
        answer = super().post_login(request, user, **kwargs)
        if waiting_for(request, user):
            on = answer.headers.get("Location", "")
            answer = HttpResponseRedirect(f"{reverse('account_social_join')}?{urlencode({'next': on})}")
        keep_language(answer, user.language)
        return answer

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail as a row, in the language of the person who has this address, else in the one that is being read.

        What people typed about themselves is not repeated: a stranger's address can be typed by anybody.
        """
        person = by_address(email) or context.get("user")
        write_account_mail(kind=template_prefix.rpartition("/")[2], to=email, person=person, context=context)


def write_account_mail(*, kind: str, to: str, person: User | None, context: dict[str, Any]) -> None:
    """Write one of the mails under `mail/account_….txt`; they are essential, so no suppression holds them back."""
    language = person.language if person else (get_language() or "pt")
    keep = ("code", "password_url", "from_email", "to_email", "timestamp")
    write_from_template(
        to=to,
        kind="account",
        template=f"mail/account_{kind}",
        context={name: context[name] for name in keep if name in context}
        | {
            "sign_in_url": full_url("account_login", language),
            "sign_up_url": full_url("account_signup", language),
            "reset_url": full_url("account_reset_password", language),
        },
        language=language,
        person=person,
        now=timezone.now(),
        is_essential=True,
    )
