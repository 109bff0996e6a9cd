"""Who may do what with topics and posts. Writers are members; what guests may is told by their links (`forums.guests`)."""

from datetime import datetime

from django.db.models import Q

from content.audience.rules import Reader, is_member
from forums.boards import rules as boards
from forums.boards.models import Forum
from forums.discussions.choices import OPEN, TOMBSTONES, State
from forums.discussions.models import Post, Topic
from forums.discussions.models.post import PostQuerySet
from forums.discussions.models.topic import TopicQuerySet


def is_writer(user: Reader, thing: Post | Topic) -> bool:
    """Return whether this member wrote this."""
    return is_member(user) and thing.author_id is not None and thing.author_id == user.pk  # type: ignore[union-attr]


def can_see_topic(user: Reader, topic: Topic) -> bool:
    """Return whether this person may read this topic: published ones are for all readers of the forum, others for writer and moderators."""
    if not boards.can_read(user, topic.forum):
        return False
    if topic.state == State.PUBLISHED or is_writer(user, topic):
        return True
    return topic.state != State.UNCONFIRMED and boards.can_moderate(user, topic.forum)  # nobody answers for those words yet


def topics_visible_to(user: Reader) -> TopicQuerySet:
    """Return the topics that this person may read: the twin of `can_see_topic`."""
    seen = Q(state=State.PUBLISHED)
    if is_member(user):
        moderated = Q(forum__in=boards.moderated_by(user)) & ~Q(state=State.UNCONFIRMED)
        seen |= Q(author=user.pk) | moderated  # type: ignore[union-attr]
    return Topic.objects.filter(seen, forum__in=boards.visible_to(user))


def can_see_post(user: Reader, post: Post) -> bool:
    """Return whether this person may read the text of this post."""
    if not can_see_topic(user, post.topic):
        return False
    if post.state == State.PUBLISHED:
        return True
    if is_writer(user, post):
        return post.state != State.DELETED
    return post.state != State.UNCONFIRMED and boards.can_moderate(user, post.topic.forum)


def posts_visible_to(user: Reader) -> PostQuerySet:
    """Return the posts whose text this person may read: the twin of `can_see_post`."""
    seen = Q(state=State.PUBLISHED)
    if is_member(user):
        own = Q(author=user.pk) & ~Q(state=State.DELETED)  # type: ignore[union-attr]
        seen |= own | Q(topic__forum__in=boards.moderated_by(user)) & ~Q(state=State.UNCONFIRMED) & ~Q(author=user.pk)  # type: ignore[union-attr]
    return Post.objects.filter(seen, topic__in=topics_visible_to(user))


def can_start_topic(user: Reader, forum: Forum) -> bool:
    """Return whether this person may begin a topic here, a stranger as a guest."""
    return boards.can_write(user, forum)


def can_reply(user: Reader, topic: Topic, now: datetime) -> bool:
    """Return whether this person may reply, a stranger as a guest. In a closed topic only moderators do."""
    if topic.state != State.PUBLISHED or not boards.can_write(user, topic.forum):
        return False
    return not topic.is_closed(now) or boards.can_moderate(user, topic.forum)


def can_edit(user: Reader, post: Post, now: datetime) -> bool:
    """Return whether this person may change this text: its writer while it is neither taken down nor in a closed topic, and moderators."""
    if post.state == State.DELETED or not can_see_post(user, post):
        return False
    if boards.can_moderate(user, post.topic.forum):
        return True
    return is_writer(user, post) and post.state in (State.PUBLISHED, *OPEN) and not post.topic.is_closed(now)


def can_delete(user: Reader, post: Post) -> bool:
    """Return whether this person may take back this post: only who wrote it; moderators hide."""
    return is_writer(user, post) and post.state in (State.PUBLISHED, *OPEN) and boards.can_read(user, post.topic.forum)


def can_see_history(user: Reader, post: Post) -> bool:
    """Return whether this person may read the earlier texts of this post: writer and moderators, for an edit may have removed a name."""
    return can_see_post(user, post) and (is_writer(user, post) or boards.can_moderate(user, post.topic.forum))


def can_mark_useful(user: Reader, post: Post) -> bool:
    """Return whether this person may say that this post is useful to her: members, of others' posts."""
    return is_member(user) and post.state == State.PUBLISHED and not is_writer(user, post) and can_see_post(user, post)


def can_accept(user: Reader, topic: Topic) -> bool:
    """Return whether this person may choose the answer to this question: who asked, or a moderator."""
    if not topic.is_question or topic.state != State.PUBLISHED or not can_see_topic(user, topic):
        return False
    return is_writer(user, topic) or boards.can_moderate(user, topic.forum)


def leaves_tombstone(post: Post) -> bool:
    """Return whether readers are told that something stood here."""
    return post.place is not None and post.state in TOMBSTONES
