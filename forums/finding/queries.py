"""Posts that have all the words asked for, newest first."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from content.audience.rules import Reader
from forums.boards.models import Forum
from forums.boards.rules import visible_to
from forums.discussions.models import Post, Topic
from forums.finding.models import PostWord
from forums.finding.wording import name_patterns, stems_asked
from forums.guests.models import Guest

PER_PAGE = 20
RARE = 1000  # posts; a word that more of them have is looked for in the newest ones
LOOKED_UP = 3  # words
FEW_POSTS = 5000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 10**16  # microseconds: the year 2286


@dataclass(frozen=True)
class Question:
    """What is looked for: words, and of whom, in which language, in which forum, each only where it is given."""

    text: str = ""
    author: str = ""
    language: str = ""
    forum: Forum | None = None

    @cached_property
    def words(self) -> list[set[str]]:
        """Return the words, each as all that it is equal to."""
        return stems_asked(self.text)

    @cached_property
    def stems(self) -> set[str]:
        """Return all that is marked in what is found."""
        return set(chain.from_iterable(self.words))

    @cached_property
    def names(self) -> list[str]:
        """Return the words of the writer's name, as patterns."""
        return name_patterns(self.author)

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words or self.names or (not self.text.strip() and (self.language or self.forum)))


@dataclass(frozen=True)
class Cursor:
    """Older than the post published at this moment with this id."""

    at: datetime
    id: int

    @classmethod
    def read(cls, word: str) -> "Cursor | None":
        """Return the cursor that a word of an address means, or None for any other word."""
        at, _dash, id = word.partition("-")
        if len(word) > 40 or not all(part.isascii() and part.isdecimal() for part in (at, id)):
            return None
        if int(at) > _LATEST or int(id) >= 2**63:
            return None
        return cls(_EPOCH + timedelta(microseconds=int(at)), int(id))

    @classmethod
    def after(cls, post: Post) -> "Cursor":
        """Return where a list goes on after this post. Raises ValueError for one that was never published."""
        if post.published_at is None:
            raise ValueError("Only published posts are found.")
        return cls(post.published_at, post.pk)

    def __str__(self) -> str:
        return f"{(self.at - _EPOCH) // timedelta(microseconds=1)}-{self.id}"


def posts_about(question: Question, *, user: Reader, after: Cursor | None = None) -> list[Post]:
    """Return up to one page and one of the posts that this person may read and that answer the question, newest first.

    Only what others read, whoever asks: moderators look at hidden posts where they moderate. At most five queries: the longest words and
    the writers are looked up first; where they are rare, only their posts are looked at, else the newest posts until there are enough.
    """
    if not question.asks:
        return []
    posts = _with_words(_read_in(question.forum, user), question.words)
    if question.names:
        posts = _by_writer(posts, question.names)
    if question.language:
        posts = posts.filter(language=question.language)
    if after:
        posts = posts.filter(Q(published_at__lt=after.at) | Q(published_at=after.at, pk__lt=after.id))
    return list(posts.select_related("topic__forum", "author", "guest").order_by("-published_at", "-pk")[: PER_PAGE + 1])


def _read_in(forum: Forum | None, user: Reader) -> QuerySet[Post]:
    """Return what this person and others read, in one forum or in all. Asked of each post in turn, so that databases begin with the newest,
    except in a small forum.
    """
    topics = Topic.objects.published().filter(forum__in=visible_to(user))
    if forum:
        topics = topics.filter(forum=forum)
        if forum.posts_count <= FEW_POSTS:
            return Post.objects.published().filter(topic__in=topics)
    return Post.objects.published().filter(Exists(topics.filter(pk=OuterRef("topic"))))


def _with_words(posts: QuerySet[Post], words: list[set[str]]) -> QuerySet[Post]:
    """Keep the posts that have all these words."""
    for stems in sorted(words, key=lambda stems: max(map(len, stems)), reverse=True)[:LOOKED_UP]:
        found = list(PostWord.objects.filter(stem__in=stems).values_list("post", flat=True)[: RARE + 1])
        if len(found) <= RARE:
            posts = posts.filter(pk__in=found)
            words = [others for others in words if others is not stems]
            break
    for stems in words:
        posts = posts.filter(Exists(PostWord.objects.filter(post=OuterRef("pk"), stem__in=stems)))
    return posts


def _by_writer(posts: QuerySet[Post], names: list[str]) -> QuerySet[Post]:
    """Keep the posts of members and guests whose names have all these words."""
    members, guests = _named(User.objects.all(), names), _named(Guest.objects.all(), names)
    written = Post.objects.filter(Q(author__in=members.values("pk")) | Q(guest__in=guests.values("pk")))
    found = list(written.values_list("pk", flat=True)[: RARE + 1])
    if len(found) <= RARE:
        return posts.filter(pk__in=found)
    return posts.filter(Exists(members.filter(pk=OuterRef("author"))) | Exists(guests.filter(pk=OuterRef("guest"))))


def _named(people: QuerySet[Any], names: list[str]) -> QuerySet[Any]:
    for name in names:
        people = people.filter(name__iregex=name)
    return people
