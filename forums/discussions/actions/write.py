"""A person writes: a topic with its first post, or a reply."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.models import User
from content.markup.rendering import Rendered, render
from forums.boards.models import Forum
from forums.discussions.actions.publish import publish
from forums.discussions.choices import Source, State
from forums.discussions.models import Post, Topic
from forums.discussions.queries import Writer, written_with
from forums.discussions.signals import post_written
from forums.discussions.typed import Typed, keepable


def start_topic(*, forum: Forum, title: str, is_question: bool, typed: Typed, now: datetime) -> Post:
    """Begin a topic; returns its first post, or the post that the same form made before."""
    rendered = render(typed.text)  # before the transaction: SQLite has one writer at a time
    try:
        with transaction.atomic():
            topic = Topic.objects.create(
                forum=forum,
                title=title,
                is_question=is_question,
                state=_before(typed.state),
                created_at=now,
                last_post_at=now,
                **_by(typed.writer),
            )
            return _keep(topic, None, typed, rendered, now)
    except IntegrityError:
        return _made_before(typed.token)


def reply(*, topic: Topic, parent: Post | None, typed: Typed, now: datetime) -> Post:
    """Add a reply to a topic; returns it, or the post that the same form made before. `parent`: the post that it answers, if any."""
    rendered = render(typed.text)
    try:
        with transaction.atomic():
            return _keep(topic, parent, typed, rendered, now)
    except IntegrityError:
        return _made_before(typed.token)


def _keep(topic: Topic, parent: Post | None, typed: Typed, rendered: Rendered, now: datetime) -> Post:
    post = Post.objects.create(
        topic=topic,
        token=typed.token,
        parent=parent,
        text=keepable(typed.text),
        html=rendered.html,
        html_version=rendered.version,
        language=typed.language,
        language_source=Source.AUTHOR if typed.is_sure_of_language else Source.PRIOR,
        state=_before(typed.state),
        written_at=now,
        **_by(typed.writer),
    )
    post_written.send(sender=Post, post=post, now=now)
    if typed.state == State.PUBLISHED:
        publish(post=post, now=now)
    return post


def _before(state: State) -> State:
    """Return the state in which a row is made: publishing is a step of its own, which gives it its place."""
    return State.WAITING if state == State.PUBLISHED else state


def _by(writer: Writer) -> dict[str, Writer]:
    return {"author": writer} if isinstance(writer, User) else {"guest": writer}


def _made_before(token: UUID) -> Post:
    """Return the post that the same form made. Raises IntegrityError where something else broke a rule of the data."""
    post = written_with(token)
    if post is None:
        raise IntegrityError(f"The post with the token {token} could not be kept.")
    return post
