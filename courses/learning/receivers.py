"""Ears of this room."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from accounts.models import User
from content.weight.budget import NAME
from courses.learning.queries import wish_of


@receiver(user_logged_in, sender=User, dispatch_uid="learning_user_logged_in")
def on_signed_in(sender: type[User], request: HttpRequest | None, user: User, **kwargs: Any) -> None:
    """Let her pages on this device weigh what she said on another."""
    wish = wish_of(user)
    if wish and hasattr(request, "session"):
        request.session[NAME] = wish.budget  # type: ignore[union-attr]
