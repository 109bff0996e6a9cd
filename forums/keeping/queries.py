"""What is held, as plain values that other programs read."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from accounts.models import User
from forums.attachments.showing import address
from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic, Useful
from forums.drafts.models import Draft
from forums.languages.models import LanguageVote

CHUNK = 200  # rows read at once


def held_about(user: User) -> dict[str, Any]:
    """Return what a member wrote, began and found useful, for her personal data."""
    posts = Post.objects.filter(author=user).select_related("topic").prefetch_related("attachments", "revisions").order_by("pk")
    return {
        "posts": [_own(post) for post in posts],
        "drafts": [{"title": row.title, "text": row.text, "saved_at": row.saved_at.isoformat()} for row in Draft.objects.filter(user=user)],
        "said_of_languages": [{"post": str(uid), "language": code} for uid, code in _votes(user)],
        "found_useful": [str(uid) for uid in Useful.objects.filter(user=user).values_list("post__uid", flat=True)],
    }


def _votes(user: User) -> Iterator[tuple[UUID, str]]:
    """Yield what she said of the languages of others' posts."""
    yield from LanguageVote.objects.filter(user=user).values_list("post__uid", "language")


def _own(post: Post) -> dict[str, Any]:
    """Return a post with what only its writer and moderators see: its state and its earlier texts."""
    earlier = [{"text": row.text, "until": row.replaced_at.isoformat()} for row in post.revisions.all()]
    return {"topic": post.topic.title, "state": post.state, **_post(post), "earlier_texts": earlier}


def topics_of(forum: Forum) -> Iterator[dict[str, Any]]:
    """Yield every published topic of a forum with its posts, the oldest first: what every reader of the forum may read, and no more.

    Ids are those of the addresses; people are names, never addresses. Reads some hundred rows at a time, however big the forum is.
    """
    topics = Topic.objects.published().filter(forum=forum).select_related("accepted").order_by("created_at", "pk")
    for topic in topics.iterator(CHUNK):
        posts = Post.objects.placed().filter(topic=topic).select_related("author", "guest", "parent").prefetch_related("attachments")
        yield {
            "id": str(topic.uid),
            "title": topic.title,
            "is_question": topic.is_question,
            "answer": str(topic.accepted.uid) if topic.accepted else None,
            "created_at": topic.created_at.isoformat(),
            "is_closed": topic.closed_at is not None,
            "posts": [_post(post) | {"author": _name(post)} for post in posts.iterator(CHUNK)],
        }


def head_of(forum: Forum, title: str, now: datetime) -> dict[str, Any]:
    """Return what an export says about the forum itself."""
    return {"site": settings.SITE_URL, "forum": str(forum.uid), "title": title, "exported_at": now.isoformat()}


def _post(post: Post) -> dict[str, Any]:
    is_read = post.state == State.PUBLISHED
    return {
        "id": str(post.uid),
        "place": post.place,
        "answers": str(post.parent.uid) if post.parent else None,
        "language": post.language,
        "written_at": post.written_at.isoformat(),
        "edited_at": post.edited_at.isoformat() if post.edited_at else None,
        "text": post.text if is_read or post.state in (State.WAITING, State.UNCONFIRMED) else "",
        "html": post.html if is_read else "",
        "useful": post.useful_count,
        "files": [{"name": file.name, "alt": file.alt, "address": f"{settings.SITE_URL}{address(file)}"} for file in _files(post)],
    }


def _files(post: Post) -> list[Any]:
    return list(post.attachments.all()) if post.state == State.PUBLISHED else []


def _name(post: Post) -> str:
    """Return what the writer is called; empty for a former member, and where a tombstone stands."""
    if post.state != State.PUBLISHED:
        return ""
    return str((post.author and post.author.name) or (post.guest and post.guest.name) or "")
