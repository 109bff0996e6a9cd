"""Lists of topics."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from content.audience.rules import Reader
from forums.discussions.models import Post, Topic
from forums.reading.cursor import Cursor
from forums.tracking.queries import read_up_to

TOPICS_PER_PAGE = 30
WINDOW = 200  # topics looked at for one page of those in some languages


@dataclass(frozen=True)
class Picked:
    """Topics of one page, where the list goes on (None at its end), and how many were left out on the way."""

    topics: list[Topic]
    following: Cursor | None
    left_out: int = 0


def topics_page(topics: QuerySet[Topic], user: Reader, after: Cursor | None, languages: Collection[str] = ()) -> Picked:
    """Return one page of these topics, in order, with how far this person has read.

    With `languages`: those whose first post is in one of them, or in none that is known. Then at most `WINDOW` topics are looked at, so
    that a page costs the same where hardly one is shown. One query, with languages two.
    """
    topics = _below(topics, after).order_by("-is_pinned", "-last_post_at", "-pk")
    if languages:
        return _picked(topics, user, languages)
    found = list(_shown(topics, user)[: TOPICS_PER_PAGE + 1])
    following = _after(found[TOPICS_PER_PAGE - 1]) if len(found) > TOPICS_PER_PAGE else None
    return Picked(found[:TOPICS_PER_PAGE], following)


def _picked(topics: QuerySet[Topic], user: Reader, languages: Collection[str]) -> Picked:
    first = Post.objects.filter(topic=OuterRef("pk"), place=1).values("language")[:1]
    looked_at = list(topics.annotate(tongue=Coalesce(Subquery(first), Value("")))[: WINDOW + 1])
    kept: list[int] = []
    seen = 0
    for topic in looked_at[:WINDOW]:
        seen += 1
        if topic.tongue in ("", *languages):
            kept.append(topic.pk)
        if len(kept) == TOPICS_PER_PAGE:
            break
    following = _after(looked_at[seen - 1]) if seen < len(looked_at) else None
    found = _shown(Topic.objects.filter(pk__in=kept).order_by("-is_pinned", "-last_post_at", "-pk"), user)
    return Picked(list(found), following, seen - len(kept))


def _below(topics: QuerySet[Topic], after: Cursor | None) -> QuerySet[Topic]:
    """Return those of these topics below a cursor, by conditions from which the index on their order starts in its middle."""
    if after is None:
        return topics
    if after.is_pinned:
        reached = Q(is_pinned=True) & (Q(last_post_at__gt=after.at) | Q(last_post_at=after.at, pk__gte=after.id))
        return topics.exclude(reached)  # a forum pins a handful
    # `__in`: Django writes `is_pinned=False` as NOT, from which SQLite does not enter the index.
    return topics.filter(is_pinned__in=[False], last_post_at__lte=after.at).exclude(last_post_at=after.at, pk__gte=after.id)


def _shown(topics: QuerySet[Topic], user: Reader) -> QuerySet[Topic]:
    return topics.select_related("author", "guest").annotate(read_place=read_up_to(user))


def _after(topic: Topic) -> Cursor:
    return Cursor(topic.is_pinned, topic.last_post_at, topic.pk)
