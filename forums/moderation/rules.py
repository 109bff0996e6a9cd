"""Who reports, decides, undoes, suspends and reads decisions. Whoever moderates a forum decides about all that is written there."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from content.audience import groups
from content.audience.rules import Reader, is_member
from forums.boards import rules as boards
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.models.post import PostQuerySet
from forums.discussions.models.topic import TopicQuerySet
from forums.discussions.rules import can_see_post, is_writer, posts_visible_to
from forums.moderation.choices import NOT_UNDONE, UNDO_MINUTES, UNTOLD
from forums.moderation.models import Decision

DECIDABLE = (State.WAITING, State.PUBLISHED, State.HIDDEN, State.REJECTED)


def can_enter(user: Reader) -> bool:
    """Return whether this person has a queue: moderators of all forums, or of some audience."""
    return is_member(user) and (boards.moderates_all(user) or bool(groups.audiences(user, "moderate")))


def can_report(user: Reader, post: Post) -> bool:
    """Return whether this person, a stranger too, may raise an alarm about this post: what others wrote and she reads."""
    return post.state == State.PUBLISHED and not is_writer(user, post) and can_see_post(user, post)


def reportable_by(user: Reader) -> PostQuerySet:
    """Return the posts about which this person may raise an alarm: the twin of `can_report`."""
    posts = posts_visible_to(user).filter(state=State.PUBLISHED)
    return posts.exclude(author=user.pk) if is_member(user) else posts  # type: ignore[union-attr]


def can_decide(user: Reader, post: Post) -> bool:
    """Return whether this person may decide about this post: moderators, while it is confirmed and not taken back."""
    return post.state in DECIDABLE and can_tend(user, post.topic)


def decidable_by(user: Reader) -> PostQuerySet:
    """Return the posts about which this person may decide: the twin of `can_decide`."""
    return Post.objects.filter(state__in=DECIDABLE, topic__forum__in=boards.moderated_by(user))


def can_tend(user: Reader, topic: Topic) -> bool:
    """Return whether this person may close, pin, move, split and merge this topic."""
    return boards.can_moderate(user, topic.forum)


def tended_by(user: Reader) -> TopicQuerySet:
    """Return the topics that this person may tend: the twin of `can_tend`."""
    return Topic.objects.filter(forum__in=boards.moderated_by(user))


def can_suspend(user: Reader) -> bool:
    """Return whether this person may suspend and release: it holds in every forum, so only who moderates every forum."""
    return boards.moderates_all(user)


def can_undo(user: Reader, decision: Decision, now: datetime) -> bool:
    """Return whether this person may take this decision back: it is hers, and not ten minutes old."""
    if not is_member(user) or decision.moderator_id != user.pk or decision.undone_at is not None:  # type: ignore[union-attr]
        return False
    return decision.verb not in NOT_UNDONE and decision.decided_at > now - timedelta(minutes=UNDO_MINUTES)


def undoable_by(user: Reader, now: datetime) -> "QuerySet[Decision]":
    """Return the decisions that this person may take back: the twin of `can_undo`."""
    if not is_member(user):
        return Decision.objects.none()
    recent = Decision.objects.filter(decided_at__gt=now - timedelta(minutes=UNDO_MINUTES), undone_at=None)
    return recent.filter(moderator=user.pk).exclude(verb__in=NOT_UNDONE)  # type: ignore[union-attr]


def can_see_decision(user: Reader, decision: Decision) -> bool:
    """Return whether this is a decision about this member's own messages, or about herself, of which she is told."""
    is_hers = is_member(user) and decision.user_id is not None and decision.user_id == user.pk  # type: ignore[union-attr]
    return is_hers and decision.undone_at is None and decision.verb not in UNTOLD


def decisions_about(user: Reader) -> "QuerySet[Decision]":
    """Return the decisions about this member's messages: the twin of `can_see_decision`."""
    if not is_member(user):
        return Decision.objects.none()
    return Decision.objects.filter(Q(user=user.pk), undone_at=None).exclude(verb__in=UNTOLD)  # type: ignore[union-attr]
