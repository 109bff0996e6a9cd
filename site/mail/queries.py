"""Questions about mails."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail import hooks

from .addresses import hidden, host
from .choices import ANY_KIND, State
from .models import Message, Suppression


def message_id_of(uid: UUID) -> str:
    """Return the Message-ID of the mail with this id, written or not: what answers to it name."""
    return Message(uid=uid).message_id


def list_id_of(name: str) -> str:
    """Return the List-Id (RFC 2919) of mails of this name: one label of letters and digits."""
    return f"<{name}.{host()}>"


def is_suppressed(*, address: str, kind: str) -> bool:
    """Say whether this address gets no mail of this kind, because its reader said so or it does not exist."""
    return Suppression.objects.filter(Q(kind=kind) | Q(kind=ANY_KIND), address_hash=hidden(address)).exists()


def stopped_kinds(*, address: str) -> set[str]:
    """Return the kinds of mail that this reader has stopped."""
    return set(Suppression.objects.filter(address_hash=hidden(address)).exclude(kind=ANY_KIND).values_list("kind", flat=True))


def kind_label(kind: str) -> str:
    """Return what readers call a kind of mail; the storeys say so by hook `mail_kinds`. Empty where nobody does."""
    labels = {name: label for fn in hooks.get_hooks("mail_kinds") for name, label in fn()}
    return str(labels.get(kind, ""))


def failed_count() -> int:
    """Return how many mails could not be sent."""
    return Message.objects.failed().count()


def waiting_count() -> int:
    """Return how many mails are on their way."""
    return Message.objects.filter(state__in=[State.WAITING, State.SENDING]).count()


def box(*, to: str = "") -> QuerySet[Message]:
    """Return the mails, newest first, without their texts; to one address where `to` is given."""
    mails = Message.objects.defer("text", "html", "headers")
    return mails.filter(to__icontains=to) if to else mails


def held_about(user: Any) -> list[dict[str, Any]]:
    """Return every mail to a person, as plain values for her own file."""
    fields = ("to", "kind", "language", "subject", "text", "state", "written_at", "sent_at", "cleared_at")
    mails = Message.objects.about(person_id=user.pk, email=user.email).order_by("written_at", "id")
    return list(mails.values(*fields))
