"""Questions about what guests wrote."""

from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from accounts.models import User
from accounts.queries import has_proven, proven_by_address
from forums.discussions.models import Post
from forums.guests.links import Confirmation
from forums.guests.models import Guest
from forums.moderation.models import Decision

PER_PAGE = 20


def owner_of(guest: Guest) -> User | None:
    """Return the member who proved that the guest's address is hers, if any."""
    return proven_by_address(guest.email) if guest.email else None


def post_of(link: Confirmation) -> Post | None:
    """Return the message that a link confirms, in whatever state; None where it vanished."""
    return Post.objects.filter(uid=link.post).select_related("topic__forum", "guest", "author").first()


def own_post(guest: Guest, uid: UUID) -> Post | None:
    """Return a message of this guest; None for another's."""
    return Post.objects.filter(guest=guest, uid=uid).select_related("topic__forum").first()


def written_by(guest: Guest, before: UUID | None = None) -> list[Post]:
    """Return up to one page and one of a guest's messages, newest first, with what moderators decided; `before`: the last one seen."""
    posts = Post.objects.filter(guest=guest).select_related("topic")
    if before:
        posts = posts.filter(pk__lt=Post.objects.filter(guest=guest, uid=before).values("pk")[:1])
    said = Prefetch("decisions", Decision.objects.filter(undone_at=None).exclude(words="", reason=""))
    return list(posts.prefetch_related(said).order_by("-pk")[: PER_PAGE + 1])


def selves_of(person: User) -> "QuerySet[Guest]":
    """Return the guests that this person was: those that her account claimed, and the one of her proven address."""
    selves = Guest.objects.filter(claimed_by=person)
    return selves | Guest.objects.filter(email=person.email, erased_at=None) if has_proven(person, person.email) else selves


def held_of(guest: Guest) -> dict[str, Any]:
    """Return what is held about a guest as plain values: her row, her messages with their earlier texts, what she follows."""
    posts = Post.objects.filter(guest=guest).select_related("topic").prefetch_related("revisions").order_by("pk")
    return {
        "guest": {
            "id": str(guest.uid),
            "email": guest.email,
            "name": guest.name,
            "language": guest.language,
            "accepted_at": guest.accepted_at.isoformat(),
            "of_age_at": guest.of_age_at.isoformat(),
            "confirmed_at": guest.confirmed_at.isoformat() if guest.confirmed_at else None,
        },
        "messages": [_told(post) for post in posts],
        "follows": [
            {"topic": row.topic and str(row.topic.uid), "rhythm": row.rhythm} for row in guest.subscriptions.select_related("topic")
        ],
    }


def _told(post: Post) -> dict[str, Any]:
    return {
        "id": str(post.uid),
        "topic": post.topic.title,
        "state": post.state,
        "language": post.language,
        "text": post.text,
        "written_at": post.written_at.isoformat(),
        "earlier": [{"text": old.text, "replaced_at": old.replaced_at.isoformat()} for old in post.revisions.all()],
    }
