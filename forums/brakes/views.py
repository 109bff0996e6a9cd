"""The brakes as the pages for writing ask them: one call for members and guests."""

from django.http import HttpRequest
from django.utils import timezone

from accounts.models import User
from forums.boards.models import Forum
from forums.brakes.actions import Filled, said_of, weigh
from forums.brakes.trap import Trap
from forums.guests.models import Guest
from forums.moderation.queries import suspension_of
from limits.queries import address_of


def passes(request: HttpRequest, form: object, forum: Forum) -> bool:
    """Return whether what this valid form holds may be kept now; else say why in the form, in which the text stays."""
    held = form.cleaned_data  # type: ignore[attr-defined]
    email = "" if isinstance(request.user, User) else str(held.get("email", "")).lower()
    writer = request.user if isinstance(request.user, User) else Guest.objects.filter(email=email).first() if email else None
    trap = Trap(website=request.POST.get("website", ""), began=request.POST.get("began", "")[:200])
    filled = Filled(text=held["text"], token=held["token"], trap=trap, email=email, address=address_of(request))
    verdict = weigh(writer=writer, forum=forum, filled=filled, now=timezone.now())
    if verdict.refusal:
        form.add_error(verdict.field, verdict.refusal)  # type: ignore[attr-defined]
    return not verdict.refusal


def may_change(request: HttpRequest, form: object) -> bool:
    """Return whether this member may change what she wrote; somebody suspended may not, and reads until when."""
    now = timezone.now()
    held = suspension_of(request.user, now) if isinstance(request.user, User) else None
    if held:
        form.add_error(None, said_of(held=held))  # type: ignore[attr-defined]
    return held is None
