"""Forums grown big with invented topics and posts, in batches that lock nobody out for long."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import User
from content.markup.rendering import Rendered, render
from forums.boards.actions import open_general
from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic

Say = Callable[[str], object]
BATCH = 2000
TOLD = 100_000  # rows between two lines of progress
TEXT = "Um texto inventado, que só mede: visitas, registos, fichas e prazos. " * 6


def parts() -> list[tuple[str, str, Callable[[int, datetime, Say], int]]]:
    """Return what the forums can grow (hook `grow`)."""
    return [("topics", "topics in one forum, each with its first post", grow_topics), ("posts", "posts in one topic", grow_posts)]


def grow_topics(count: int, now: datetime, say: Say) -> int:
    """Fill the forum `growth-topics` until it has so many topics; return how many were made."""
    forum = _forum("growth-topics")
    begun = Topic.objects.filter(forum=forum).count()
    writer, html = _writer(now), render(TEXT)
    for first in range(begun, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        with transaction.atomic():
            topics = Topic.objects.bulk_create([_topic(forum, writer, number, now) for number in numbers])
            Post.objects.bulk_create([_post(topic, 1, writer, html, topic.created_at) for topic in topics])
        _tell(say, "topics", first, count)
    Forum.objects.filter(pk=forum.pk).update(topics_count=max(begun, count), posts_count=max(begun, count), last_post_at=now)
    return max(count - begun, 0)


def grow_posts(count: int, now: datetime, say: Say) -> int:
    """Fill one topic of the forum `growth-posts` until it has so many posts; return how many were made."""
    forum = _forum("growth-posts")
    writer, html = _writer(now), render(TEXT)
    topic = Topic.objects.filter(forum=forum).first() or _empty(forum, writer, now)
    begun = topic.last_place
    for first in range(begun, count, BATCH):
        last = min(first + BATCH, count)
        with transaction.atomic():
            Post.objects.bulk_create([_post(topic, place, writer, html, now) for place in range(first + 1, last + 1)])
            Topic.objects.filter(pk=topic.pk).update(last_place=last, posts_count=last, last_post_at=now)
        _tell(say, "posts", first, count)
    held = max(begun, count)
    Forum.objects.filter(pk=forum.pk).update(topics_count=1, posts_count=held, last_post_at=now)
    return max(count - begun, 0)


def _tell(say: Say, what: str, done: int, count: int) -> None:
    if done % TOLD == 0:
        say(f"{what}: {done} of {count}")


def _forum(slug: str) -> Forum:
    return open_general(slug=slug, titles={"pt": slug, "en": slug}, leads={}, rank=1000)


def _writer(now: datetime) -> User:
    """Return the one invented person who wrote it all."""
    found = User.objects.filter(email="growth@example.org").first()
    return found or User.objects.create_user("growth@example.org", name="Pessoa inventada", country="MZ", of_age_at=now, date_joined=now)


def _topic(forum: Forum, writer: User, number: int, now: datetime) -> Topic:
    """Return a topic of its own second, the first the oldest, so that the list has an order."""
    at = now - timedelta(days=365) + timedelta(seconds=number)
    return Topic(
        forum=forum,
        title=f"Tópico {number + 1}",
        author=writer,
        state=State.PUBLISHED,
        created_at=at,
        last_post_at=at,
        last_place=1,
        posts_count=1,
    )


def _empty(forum: Forum, writer: User, now: datetime) -> Topic:
    topic = _topic(forum, writer, 0, now)
    topic.last_place = topic.posts_count = 0
    topic.save()
    return topic


def _post(topic: Topic, place: int, writer: User, html: Rendered, at: datetime) -> Post:
    return Post(
        topic=topic,
        place=place,
        author=writer,
        text=TEXT,
        html=html.html,
        html_version=html.version,
        language="pt",
        state=State.PUBLISHED,
        written_at=at,
        published_at=at,
    )
