"""A post becomes news to those who follow: one line for each person, under the strongest reason that she has."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.guests.models import Guest
from forums.subscriptions.choices import Reason, Rhythm
from forums.subscriptions.clock import due_at
from forums.subscriptions.followers import Follower, by, zone_of
from forums.subscriptions.models import News, Subscription
from forums.subscriptions.rules import can_be_told, reachable_guests, reachable_members
from forums.tracking.models import ReadMark

AT_ONCE = 500  # people in one transaction: SQLite has one writer at a time
Who = tuple[str, int]  # "user" or "guest", and the row's id
Wishes = dict[Who, tuple[Reason, Rhythm]]


def tell(*, post_id: int, now: datetime) -> int:
    """Note a post as news to everybody who follows it and may read it. Returns how many were told anew.

    Safe to run twice, and again after it was killed in the middle: a post is news once to a person.
    """
    post = Post.objects.select_related("topic__forum", "parent").filter(pk=post_id, state=State.PUBLISHED).first()
    if post is None:
        return 0
    wishes = _wishes(post)
    before = News.objects.filter(post=post).count()
    for some in _batches(sorted(wishes)):
        News.objects.bulk_create(_rows(post, some, wishes, now), ignore_conflicts=True)
    return News.objects.filter(post=post).count() - before


def _wishes(post: Post) -> Wishes:
    """Return who wants to be told, why and how often; the stronger reason overwrites the weaker.

    Whoever began a topic is told of replies to nobody in particular as of answers, unless she says otherwise of the topic or its forum. A
    wish for a topic stands before that for its forum, also to be told nothing. Who is called or answered, but wants no mails of that,
    keeps the wish that she has otherwise.
    """
    starter = _starter(post)
    wishes = _called([starter] if starter else [], Reason.ANSWER)
    wishes |= _following(Subscription.objects.filter(forum=post.topic.forum_id), Reason.FORUM)
    wishes |= _following(Subscription.objects.filter(topic=post.topic_id), Reason.TOPIC)
    mentioned: list[Who] = [("user", id) for id in post.mentions.values_list("user", flat=True)]
    answered = _writer(post.parent) if post.parent else None
    for who, wish in (_called([answered] if answered else [], Reason.ANSWER) | _called(mentioned, Reason.MENTION)).items():
        if wish[1] != Rhythm.NEVER or who not in wishes:
            wishes[who] = wish
    return wishes


def _starter(post: Post) -> Who | None:
    return _writer(post.topic) if post.parent_id is None and post.place != 1 else None


def _writer(thing: object) -> Who | None:
    for kind, field in (("user", "author_id"), ("guest", "guest_id")):
        if id := getattr(thing, field):
            return kind, id
    return None


def _following(rows: object, reason: Reason) -> Wishes:
    found = rows.values_list("user", "guest", "rhythm")  # type: ignore[attr-defined]
    return {("user", user) if user else ("guest", guest): (reason, Rhythm(rhythm)) for user, guest, rhythm in found}


def _called(people: list[Who], reason: Reason) -> Wishes:
    """Return these people with the rhythm that they want for answers and mentions."""
    if not people:
        return {}
    general = Subscription.objects.filter(topic=None, forum=None)
    ids = {kind: [id for which, id in people if which == kind] for kind in ("user", "guest")}
    held = _following(general.filter(user__in=ids["user"]), reason) | _following(general.filter(guest__in=ids["guest"]), reason)
    return {who: held.get(who, (reason, Rhythm.AT_ONCE)) for who in people}


def _batches(people: list[Who]) -> Iterator[list[Who]]:
    rest = iter(people)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _rows(post: Post, some: list[Who], wishes: Wishes, now: datetime) -> list[News]:
    """Return the news of those of these people who can be reached and may read the post."""
    moment, rows = post.published_at or now, []
    marks = ReadMark.objects.filter(topic=post.topic_id, place__gte=post.place, user__in=[id for kind, id in some if kind == "user"])
    read = set(marks.values_list("user", flat=True))  # before this job ran
    for who, follower in _reached(some, now):
        if _may(post, follower):
            reason, rhythm = wishes[who]
            due = due_at(rhythm, moment, zone_of(follower))
            seen = now if who[0] == "user" and who[1] in read else None
            rows.append(News(**by(follower), post=post, reason=reason, made_at=moment, due_at=due, seen_at=seen))
    return rows


def _reached(some: list[Who], now: datetime) -> Iterator[tuple[Who, Follower]]:
    members = reachable_members(now).filter(pk__in=[id for kind, id in some if kind == "user"])
    guests = reachable_guests(now).filter(pk__in=[id for kind, id in some if kind == "guest"])
    yield from ((("user", member.pk), member) for member in members)
    yield from ((("guest", guest.pk), guest) for guest in guests)


def _may(post: Post, follower: Follower) -> bool:
    """Ask the rule; of a forum for everybody once for all members and once for all guests, since nothing there depends on the person."""
    if post.topic.forum.audience:
        return can_be_told(follower, post)
    answers: dict[bool, bool] = post.__dict__.setdefault("_may_be_told", {})
    is_guest = isinstance(follower, Guest)
    if (_writer(post)) == ("guest" if is_guest else "user", follower.pk):
        return False
    if is_guest not in answers:
        answers[is_guest] = can_be_told(follower, post)
    return answers[is_guest]
