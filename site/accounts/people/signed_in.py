"""Who is signed in, for views that nobody else reaches; and what her browser remembers."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .models import User


def person_of(request: HttpRequest) -> User:
    """Return the signed-in person; only for views behind `login_required`."""
    return cast("User", request.user)


def keep_language(answer: HttpResponse, language: str) -> None:
    """Let the browser remember the language for addresses without one."""
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 60 * 60,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
