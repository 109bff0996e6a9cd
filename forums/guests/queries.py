"""Questions about guests."""

from datetime import datetime

from forums.guests.links import Confirmation, read_opening
from forums.guests.models import Guest


def guest_of(link: Confirmation) -> Guest | None:
    """Return the guest whose message this link confirms, unless she was forgotten."""
    return Guest.objects.filter(uid=link.guest, erased_at=None).first()


def opened_by(token: str, now: datetime) -> Guest | None:
    """Return the guest whose messages this token opens; None once it is over, replaced by a newer one, or none of ours."""
    link = read_opening(token)
    if link is None or link.until <= now:
        return None
    return Guest.objects.filter(uid=link.guest, turn=link.turn, erased_at=None).first()


def proven_with(email: str) -> Guest | None:
    """Return the guest who proved this address."""
    return Guest.objects.filter(email=email.strip().lower(), confirmed_at__isnull=False).first()
