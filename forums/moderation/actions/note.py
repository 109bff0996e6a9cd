"""A decision is noted: who, what, why, about whose text, and what undoing it needs."""

from datetime import datetime
from typing import Any

from accounts.models import User
from forums.discussions.models import Post, Topic
from forums.moderation.choices import Verb
from forums.moderation.models import Decision


def note(*, verb: Verb, moderator: User, thing: Post | Topic, reason: str, words: str, before: dict[str, Any], now: datetime) -> Decision:
    """Write down a decision about a post or a topic, in the caller's transaction. `before`: plain values."""
    return Decision.objects.create(
        moderator=moderator,
        verb=verb,
        post=thing if isinstance(thing, Post) else None,
        topic=thing.topic if isinstance(thing, Post) else thing,
        user_id=thing.author_id,
        guest_id=thing.guest_id,
        reason=reason,
        words=words,
        before=before,
        decided_at=now,
    )
