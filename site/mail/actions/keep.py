"""How long mails are kept."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from ..models import Message

AT_ONCE = 1000


def clear_texts(*, now: datetime) -> int:
    """Remove the texts of mails that ended MAIL_KEEP_DAYS ago: they may hold codes and links. Returns how many."""
    old = Message.objects.ended().filter(cleared_at__isnull=True, written_at__lt=now - timedelta(days=settings.MAIL_KEEP_DAYS))
    some = list(old.order_by("written_at").values_list("pk", flat=True)[:AT_ONCE])
    return Message.objects.filter(pk__in=some).update(subject="", text="", html="", headers={}, cleared_at=now) if some else 0


def forget_old(*, now: datetime) -> int:
    """Remove the rows of mails written MAIL_FORGET_DAYS ago. Returns how many."""
    old = Message.objects.ended().filter(written_at__lt=now - timedelta(days=settings.MAIL_FORGET_DAYS))
    some = list(old.order_by("written_at").values_list("pk", flat=True)[:AT_ONCE])
    return Message.objects.filter(pk__in=some).delete()[0] if some else 0


def erase(*, user: Any) -> int:
    """Remove every mail to a person, those still waiting too. What she stopped stays stopped: it holds no address. Safe to call twice."""
    return Message.objects.about(person_id=user.pk, email=user.email).delete()[0]
