"""The newest posts of a forum or a topic, as everybody reads them: readers of feeds do not sign in."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from forums.boards.models import Forum
from forums.discussions.choices import TOMBSTONES, State
from forums.discussions.models import Post, Topic

MOST = 30


@dataclass(frozen=True)
class Newest:
    """Up to `MOST` posts, newest first. `is_whole`: nothing among them was taken down, so their times tell whether anything changed."""

    posts: list[Post]
    is_whole: bool

    @property
    def changed_at(self) -> datetime | None:
        """Return when the newest of them was written or changed."""
        return max((changed_at(post) for post in self.posts), default=None)


def changed_at(post: Post) -> datetime:
    """Return when the text of a post became what it is."""
    return post.edited_at or post.published_at or post.written_at


def newest_of_topic(topic: Topic) -> Newest:
    """Return the newest posts of a topic: a range of places, however long it is. One query."""
    posts = Post.objects.filter(topic=topic, place__gt=topic.last_place - MOST).order_by("-place")
    return _picked(list(posts.select_related("topic", "author", "guest")))


def newest_of_forum(forum: Forum) -> Newest:
    """Return the newest posts of a forum: of the ends of the topics in which somebody wrote last. Two queries."""
    topics = list(Topic.objects.published().filter(forum=forum).order_by("-last_post_at", "-pk").values_list("pk", flat=True)[:MOST])
    posts = Post.objects.filter(topic__in=topics, place__gt=F("topic__last_place") - MOST).order_by("-published_at", "-pk")
    return _picked(list(posts.select_related("topic", "author", "guest")[: 2 * MOST]))


def _picked(posts: list[Post]) -> Newest:
    read = [post for post in posts if post.state == State.PUBLISHED]
    return Newest(read[:MOST], is_whole=not any(post.state in TOMBSTONES for post in posts))
