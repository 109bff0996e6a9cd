"""The queue: posts that wait and posts with open alarms, the urgent ones first, then the oldest, in bounded pages."""

from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, F, Min, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from accounts.models import User
from content.audience.rules import Reader
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.models.post import PostQuerySet
from forums.moderation.choices import Reason
from forums.moderation.models import Decision, Report, Suspension
from forums.moderation.rules import decidable_by, undoable_by
from forums.reading.cursor import Cursor

CASES_PER_PAGE = 30


def open_cases(user: Reader) -> PostQuerySet:
    """Return the posts about which this person should decide."""
    waiting = Post.objects.filter(state=State.WAITING).values("pk")
    reported = Report.objects.filter(settled_at=None).values("post")
    return decidable_by(user).filter(Q(pk__in=waiting) | Q(pk__in=reported))


def cases_page(user: Reader, *, after: Cursor | None, language: str | None, now: datetime) -> list[Post]:
    """Return up to one page of cases and one, each with `is_urgent`, `since`, `is_known`, `is_suspended`, `seen` and `alarms`: two queries.

    `language`: only those in it ("" for those in none that is known).
    """
    posts: Any = with_record(open_cases(user), now)
    if language is not None:
        posts = posts.filter(language=language)
    if after:
        later = Q(since__gt=after.at) | Q(since=after.at, pk__gt=after.id)
        posts = posts.filter(Q(is_urgent=after.is_pinned) & later | (Q(is_urgent=False) if after.is_pinned else Q(pk__in=[])))
    return list(posts.order_by("-is_urgent", "since", "pk")[: CASES_PER_PAGE + 1])


def with_record(posts: PostQuerySet, now: datetime) -> PostQuerySet:
    """Annotate posts with what a moderator should know of them and of who wrote them."""
    alarms = Report.objects.filter(post=OuterRef("pk"), settled_at=None)
    first = alarms.order_by().values("post").annotate(at=Min("made_at")).values("at")
    read = Post.objects.filter(state=State.PUBLISHED).exclude(pk=OuterRef("pk"))
    held = Suspension.objects.in_force(now)
    decided = Decision.objects.filter(post=OuterRef("pk"), undone_at=None).order_by("-pk")
    return (
        posts.annotate(
            is_urgent=Case(When(Exists(alarms.filter(reason=Reason.CHILD)), then=Value(True)), default=False, output_field=BooleanField()),
            since=Coalesce(Subquery(first), F("written_at")),
            is_known=Exists(read.filter(author=OuterRef("author"))) | Exists(read.filter(guest=OuterRef("guest"))),
            is_suspended=Exists(held.filter(user=OuterRef("author"))) | Exists(held.filter(guest=OuterRef("guest"))),
            seen=Subquery(decided.values("uid")[:1]),
        )
        .select_related("topic__forum", "author", "guest")
        .prefetch_related(
            Prefetch("reports", Report.objects.filter(settled_at=None).select_related("reporter").order_by("pk"), to_attr="alarms")
        )
    )


def counted_by_language(user: Reader) -> dict[str, int]:
    """Return how many cases there are in each language (code; "" where it is not known)."""
    return dict(open_cases(user).order_by().values_list("language").annotate(Count("pk")))


def case_count(user: Reader) -> int:
    """Return how many cases wait for this person."""
    return open_cases(user).count()


def last_of(user: User, now: datetime) -> Decision | None:
    """Return the newest decision that this moderator may still take back."""
    return undoable_by(user, now).select_related("post__topic", "topic").order_by("-pk").first()
