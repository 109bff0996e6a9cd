"""The posts of one page of a topic as plain rows: one query, no models."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Exists, OuterRef, Value

from accounts.models import User
from content.audience.rules import Reader
from forums.boards.rules import MODERATE
from forums.discussions.choices import OPEN, State
from forums.discussions.models import Post, Topic, Useful
from forums.discussions.queries import PER_PAGE

FIELDS = (
    *("pk", "uid", "place", "state", "html", "files_html", "language", "language_source", "published_at", "written_at", "edited_at"),
    "useful_count",
    *("parent__place", "parent__uid", "parent__author__name", "parent__guest__name"),
    *("author_id", "author__name", "author__uid", "author__country", "author__is_active", "guest_id", "guest__name", "guest__uid"),
    *("speaks_for_us", "is_useful_to_me"),
)


class Row(NamedTuple):
    """One post. `author` or `guest` is empty; both for a former member. Names of the row's own fields as in `FIELDS`."""

    id: int
    uid: UUID
    place: int | None
    state: str
    html: str
    files_html: str
    language: str
    language_source: str
    published_at: datetime | None
    written_at: datetime
    edited_at: datetime | None
    useful_count: int
    parent_place: int | None
    parent_uid: UUID | None
    parent_author: str | None
    parent_guest: str | None
    author: int | None
    author_name: str | None
    author_uid: UUID | None
    author_country: str | None
    author_is_active: bool | None
    guest: int | None
    guest_name: str | None
    guest_uid: UUID | None
    speaks_for_us: bool
    is_useful_to_me: bool


def rows_of(topic: Topic, page: int, user: Reader) -> list[Row]:
    """Return the posts of one page (counted from one) of a topic, tombstones among them, by a range of places."""
    first = (page - 1) * PER_PAGE
    return _read(Post.objects.filter(topic=topic, place__gt=first, place__lte=first + PER_PAGE).order_by("place"), user)


def waiting_rows(topic: Topic, user: User) -> list[Row]:
    """Return what this member wrote here that others do not read yet."""
    # Said twice, for SQLite: only so does it find them in the short index of what is not published, not among all posts of the topic.
    unread = Post.objects.filter(topic=topic, author=user, state__in=OPEN).exclude(state=State.PUBLISHED)
    return _read(unread.order_by("pk"), user)


def _read(posts: Any, user: Reader) -> list[Row]:
    moderators = User.objects.filter(pk=OuterRef("author"), is_active=True)
    by_group = moderators.filter(groups__permissions__codename=MODERATE.partition(".")[2])
    useful: Any = Value(False, output_field=BooleanField())
    if isinstance(user, User):
        useful = Exists(Useful.objects.filter(post=OuterRef("pk"), user=user.pk))
    return [Row(*row) for row in posts.annotate(speaks_for_us=Exists(by_group), is_useful_to_me=useful).values_list(*FIELDS)]
