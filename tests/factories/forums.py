"""Forums, topics and posts for tests, made as people make them."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from accounts.models import User
from forums.boards.actions import open_forum, open_general
from forums.boards.models import Forum
from forums.discussions import actions
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.typed import Typed
from forums.guests.models import Guest
from tests.factories.accounts import PersonFactory

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_number = count(1)


def general_forum(**fields: Any) -> Forum:
    """Open a general forum in which new people's posts are read at once, unless `checks_first_posts` says otherwise."""
    number = next(_number)
    slug = fields.pop("slug", f"theme-{number}")
    forum = open_general(slug=slug, titles=fields.pop("titles", {"pt": f"Tema {number}", "en": f"Theme {number}"}), leads={})
    fields.setdefault("checks_first_posts", False)
    Forum.objects.filter(pk=forum.pk).update(**fields)
    return Forum.objects.get(pk=forum.pk)


def page_forum(page: Any, **fields: Any) -> Forum:
    """Open the forum of a page; otherwise like `general_forum`."""
    forum = open_forum(key=page.translation_key, audience=fields.pop("audience", ""))
    fields.setdefault("checks_first_posts", False)
    Forum.objects.filter(pk=forum.pk).update(**fields)
    return Forum.objects.get(pk=forum.pk)


def guest(**fields: Any) -> Guest:
    """Make a guest whose address is proven."""
    number = next(_number)
    values = {
        "email": f"guest{number}@example.org",
        "name": f"Guest {number}",
        "language": "pt",
        "accepted_at": NOW,
        "of_age_at": NOW,
        "created_at": NOW,
        "confirmed_at": NOW,
    }
    return Guest.objects.create(**(values | fields))


def typed(writer: User | Guest | None = None, **fields: Any) -> Typed:
    """Return what somebody typed, published at once unless told otherwise."""
    values = {"text": f"Text {next(_number)}", "language": "pt", "is_sure_of_language": False, "state": State.PUBLISHED, "token": uuid4()}
    return Typed(writer=writer or PersonFactory(), **(values | fields))


def topic_in(
    forum: Forum, writer: User | Guest | None = None, *, title: str = "", is_question: bool = False, now: datetime = NOW, **fields: Any
) -> Topic:
    """Begin a topic."""
    post = actions.start_topic(
        forum=forum, title=title or f"Topic {next(_number)}", is_question=is_question, typed=typed(writer, **fields), now=now
    )
    return Topic.objects.select_related("forum").get(pk=post.topic_id)


def reply_in(topic: Topic, writer: User | Guest | None = None, *, parent: Post | None = None, now: datetime = NOW, **fields: Any) -> Post:
    """Reply in a topic."""
    return actions.reply(topic=topic, parent=parent, typed=typed(writer, **fields), now=now)


def later(minutes: int) -> datetime:
    """Return a moment some minutes after NOW."""
    return NOW + timedelta(minutes=minutes)
