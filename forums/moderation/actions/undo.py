"""A decision is taken back."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from forums.boards.models import Forum
from forums.discussions.actions import edit_post, publish, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.discussions.signals import post_removed
from forums.moderation.actions.merge import part_again
from forums.moderation.actions.split import join_again
from forums.moderation.actions.suspend import lift
from forums.moderation.actions.tend import put_back
from forums.moderation.choices import Verb
from forums.moderation.models import Decision, Report


@transaction.atomic
def undo(*, decision: Decision, now: datetime) -> bool:
    """Bring back what was before a decision. Returns False, and changes nothing, where it was undone or something was decided since."""
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    about = {"post": held.post_id} if held.post_id else {"topic": held.topic_id, "post": None}
    since = Decision.objects.filter(**about, pk__gt=held.pk, undone_at=None) if held.post_id or held.topic_id else Decision.objects.none()
    if held.undone_at is not None or since.exists() or not _bring_back(held, now):
        return False
    Decision.objects.filter(pk=held.pk).update(undone_at=now)
    decision.undone_at = now
    return True


def _bring_back(decision: Decision, now: datetime) -> bool:
    """Undo what this decision did; return False where that can no longer be."""
    if decision.verb == Verb.SUSPEND:
        return lift(suspension=decision.before["suspension"], now=now)
    if decision.post is not None:
        return _bring_back_post(decision, decision.post, now)
    if decision.topic is None:
        return False
    if decision.verb == Verb.SPLIT:
        return join_again(topic=decision.topic, before=decision.before)
    if decision.verb == Verb.MERGE:
        return part_again(topic=decision.topic, before=decision.before)
    return put_back(topic=decision.topic, before=decision.before, now=now)


def _bring_back_post(decision: Decision, post: Post, now: datetime) -> bool:
    before = decision.before
    if post.state == State.DELETED:
        return False
    if decision.verb == Verb.EDIT:
        return edit_post(post=post, text=before["text"], by=decision.moderator, now=now)
    if before["state"] == State.PUBLISHED:
        publish(post=post, now=now)
    elif before["state"] == State.HIDDEN:
        take_down(post=post, state=State.HIDDEN, now=now)
    else:
        _stand(post, State(before["state"]), now)
    if before["accepted"]:
        Topic.objects.filter(pk=post.topic_id, is_question=True, accepted=None).update(accepted=post)
    reported_since = Report.objects.filter(post=post, settled_at=None).values("reporter")
    Report.objects.filter(pk__in=before["reports"]).exclude(reporter__in=reported_since).update(settled_at=None)
    return True


def _stand(post: Post, state: State, now: datetime) -> None:
    """Let a post wait (or be rejected) again. The first keeps its place, which holds its topic; another's place stays a gap."""
    was_read = post.state == State.PUBLISHED
    topic = Topic.objects.get(pk=post.topic_id)
    is_first = post.place == 1 or (post.place is None and topic.last_place == 0)
    if post.place != 1:
        post.place, post.published_at = None, None
    post.state = state
    post.save(update_fields=["state", "place", "published_at"])
    Topic.objects.filter(pk=topic.pk).update(posts_count=F("posts_count") - int(was_read), state=state if is_first else topic.state)
    Forum.objects.filter(pk=topic.forum_id).update(
        posts_count=F("posts_count") - int(was_read), topics_count=F("topics_count") - int(was_read and is_first)
    )
    if was_read:
        post_removed.send(sender=Post, post=post, now=now)
