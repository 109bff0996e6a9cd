"""What somebody wrote before."""

from datetime import datetime, timedelta

from django.db.models import Q

from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.queries import Writer, posts_from

REMEMBERED = timedelta(days=7)
SHORTEST = 20  # signs: "Thank you!" may be said again
STANDING = (State.UNCONFIRMED, State.WAITING, State.PUBLISHED)


def same_text(writer: Writer, forum: Forum, text: str, now: datetime) -> Post | None:
    """Return what this person wrote in this forum within a week in exactly these words, while it stands or waits; None for short texts."""
    if len(text) < SHORTEST:
        return None
    recent = posts_from(writer).filter(Q(written_at__gt=now - REMEMBERED), topic__forum=forum, state__in=STANDING)
    return recent.filter(text=text).select_related("topic").order_by("-pk").first()
