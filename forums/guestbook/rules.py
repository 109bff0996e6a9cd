"""What a guest may do with what her address wrote, through her link."""

from datetime import datetime

from accounts.models import User
from content.audience.rules import Reader
from forums.discussions.choices import OPEN, State
from forums.discussions.models import Post
from forums.discussions.rules import can_reply, can_start_topic
from forums.guests.models import Guest


def can_correct(guest: Guest, post: Post, now: datetime) -> bool:
    """Return whether this guest may change this text: her own, neither taken down nor in a closed topic."""
    return post.guest_id == guest.pk and post.state in (State.PUBLISHED, *OPEN) and not post.topic.is_closed(now)


def can_withdraw(guest: Guest, post: Post) -> bool:
    """Return whether this guest may take back this message."""
    return post.guest_id == guest.pk and post.state in (State.PUBLISHED, *OPEN)


def begins_its_topic(post: Post) -> bool:
    """Return whether a message that has no place yet is the one with which its topic begins."""
    return post.topic.last_place == 0


def can_still_be_posted(reader: Reader, post: Post, now: datetime) -> bool:
    """Return whether a message that waits for its writer's button may still be added: its topic may have been closed meanwhile."""
    if begins_its_topic(post):
        return can_start_topic(reader, post.topic.forum)
    return can_reply(reader, post.topic, now)


def can_claim(user: Reader, owner: User | None) -> bool:
    """Return whether this person may take over what an address wrote: `owner`, whose proven address it is, and nobody else."""
    return isinstance(user, User) and owner is not None and user.pk == owner.pk
