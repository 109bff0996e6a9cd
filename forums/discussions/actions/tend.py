"""A topic is pinned, or closed."""

from datetime import datetime

from forums.discussions.models import Topic


def pin_topic(*, topic: Topic, is_pinned: bool) -> None:
    """Keep a topic at the head of its forum, or no longer."""
    Topic.objects.filter(pk=topic.pk).update(is_pinned=is_pinned)
    topic.is_pinned = is_pinned


def close_topic(*, topic: Topic, is_closed: bool, now: datetime, closes_at: datetime | None = None) -> None:
    """Close a topic at once or from a date on (`closes_at`, then `is_closed` is ignored), or open it again and forget the date."""
    topic.closed_at = now if is_closed and closes_at is None else None
    topic.closes_at = closes_at
    topic.save(update_fields=["closed_at", "closes_at"])
