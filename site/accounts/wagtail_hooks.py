"""What accounts answer to the hooks of the house and of Wagtail."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from .beginnings import demo, steps
from .people.models import User
from .privacy.actions import forget_ended_sessions
from .privacy.queries import held_here
from .staff.views import VERBS


@hooks.register("personal_data")
def personal_data(person: User) -> dict[str, Any]:
    """Tell what accounts hold about a person."""
    return held_here(person)


@hooks.register("personal_data")
def joined_accounts(person: User) -> dict[str, Any]:
    """Tell which accounts of other houses open this one."""
    rows = SocialAccount.objects.filter(user=person).order_by("pk")
    return {"joined_accounts": [{"house": row.provider, "id": row.uid, **row.extra_data} for row in rows]}


@hooks.register("erase_person")
def part_from_other_houses(person: User, now: datetime) -> None:
    """Let no account of another house open this one any more."""
    SocialAccount.objects.filter(user=person).delete()


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Name what is swept away every minute."""
    return [("ended sessions", lambda now: forget_ended_sessions(now=now))]


@hooks.register("setup_steps")
def setup_steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Name the steps of setup that accounts answer for."""
    return [(45, "First notices", steps.notices_step), (50, "First administrator", steps.admin_step)]


@hooks.register("demo")
def demo_steps() -> list[tuple[int, str, Callable[..., object]]]:
    """Name the steps of the demo that accounts answer for."""
    return [(10, "People", demo.run)]


@hooks.register("register_user_listing_buttons")
def person_buttons(user: User, request_user: User) -> Iterator[Button]:
    """Offer what may be done with a person, in the list of people."""
    for verb, (rule, _action, label, _done) in VERBS.items():
        if rule(request_user, user):
            yield Button(label, reverse("person-verb", args=[user.uid, verb]), priority=50)


@hooks.register("before_bulk_action")
def nobody_is_deleted(request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any) -> None:
    """Refuse to delete people in bulk, or to touch former members: rows are blanked at a person's own wish and stay so."""
    if any(isinstance(item, User) and (action_type == "delete" or item.is_erased) for item in objects):
        raise PermissionDenied(_("People are not deleted: each erases her own account."))
