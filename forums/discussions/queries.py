"""Questions about topics and posts."""

from collections.abc import Iterable
from uuid import UUID

from accounts.models import User
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.models.post import PostQuerySet
from forums.guests.models import Guest

PER_PAGE = 20
Writer = User | Guest


def page_of(place: int) -> int:
    """Return the page of a topic on which this place is, counted from one."""
    return (max(place, 1) - 1) // PER_PAGE + 1


def posts_from(writer: Writer) -> PostQuerySet:
    """Return what this person wrote."""
    return Post.objects.filter(author=writer) if isinstance(writer, User) else Post.objects.filter(guest=writer)


def has_been_approved(writer: Writer) -> bool:
    """Return whether others read something of this person's already."""
    return posts_from(writer).filter(state=State.PUBLISHED).exists()


def written_with(token: UUID) -> Post | None:
    """Return the post that was written in the form with this token."""
    return Post.objects.filter(token=token).select_related("topic__forum").first()


def participants(topic: Topic) -> list[tuple[int, str]]:
    """Return id and name of the members whose posts are read in this topic."""
    posts = Post.objects.filter(topic=topic, state=State.PUBLISHED, author__is_active=True)
    return list(posts.order_by("author").values_list("author", "author__name").distinct())


def newest_in(forums: Iterable[int], limit: int) -> list[Topic]:
    """Return the topics of these forums (ids) in which somebody wrote last."""
    return list(Topic.objects.published().filter(forum__in=forums).order_by("-last_post_at", "-pk")[:limit])
