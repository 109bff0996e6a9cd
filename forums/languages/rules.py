"""Who may say in which language a post is."""

from content.audience.rules import Reader, is_member
from forums.boards.rules import can_moderate
from forums.discussions.choices import Source, State
from forums.discussions.models import Post
from forums.discussions.models.post import PostQuerySet
from forums.discussions.rules import can_see_post, is_writer, posts_visible_to


def can_say_language(user: Reader, post: Post) -> bool:
    """Return whether this person may say in which language a post is that she may read: members, and not against the writer's word."""
    if not is_member(user) or post.state == State.DELETED or not can_see_post(user, post):
        return False
    return may_overrule(user, post)


def corrected_by(user: Reader) -> PostQuerySet:
    """Return the posts on whose language this person has a word: the twin of `can_say_language`, but for words that stand already."""
    return posts_visible_to(user).exclude(state=State.DELETED) if is_member(user) else Post.objects.none()


def may_overrule(user: Reader, post: Post) -> bool:
    """Return whether what this person says counts against what was said so far: moderators' words, then the writer's, then readers'."""
    return post.language_source in _overruled(own_source(user, post))


def own_source(user: Reader, post: Post) -> Source:
    """Return with which right this member speaks about this post's language."""
    if can_moderate(user, post.topic.forum):
        return Source.MODERATOR
    return Source.AUTHOR if is_writer(user, post) else Source.READERS


def _overruled(source: Source) -> list[Source]:
    ranks = list(Source)
    return ranks[: ranks.index(source) + 1]
