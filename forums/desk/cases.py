"""A case as the page shows it: whose text, why it is here, what fits. Pure reckoning over rows already read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from content.pages.addresses import content_code
from content.pages.speech import language_name
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.moderation.choices import FITTING, Verb, Why
from forums.moderation.queries import readers_of
from forums.moderation.watching import watched_words_in, why_look

KEYS = {Verb.APPROVE: "A", Verb.RESTORE: "A", Verb.DISMISS: "A", Verb.REJECT: "R", Verb.HIDE: "O"}


@dataclass(frozen=True)
class Case:
    """A post and what is known of it. `verbs`: (verb, key) that fit. `reason`: what is suggested. `following`: the next case's uid."""

    post: Post
    why: list[Why]
    watched: list[str]
    verbs: list[tuple[str, str]]
    reason: str
    following: str


@dataclass(frozen=True)
class Group:
    """Cases in one language (code, name), and who here reads it."""

    code: str
    name: str
    cases: list[Case]
    readers: list[Any]
    is_urgent: bool


def case_of(post: Post, following: str = "") -> Case:
    """Return the case of a post that `with_record` annotated."""
    forum, alarms = post.topic.forum, post.alarms  # type: ignore[attr-defined]
    said = f"{post.topic.title if post.place in (1, None) else ''}\n{post.text}"
    is_known = bool(post.is_known)  # type: ignore[attr-defined]
    why = why_look(said, words=forum.words, is_known=is_known, checks_first_posts=forum.checks_first_posts)
    verbs = [(str(verb), key) for verb, key in KEYS.items() if post.state in FITTING[verb]]
    if not alarms:  # nothing to set aside, nothing to keep hidden
        verbs = [(verb, key) for verb, key in verbs if verb != Verb.DISMISS and not (verb == Verb.HIDE and post.state == State.HIDDEN)]
    return Case(
        post=post,
        why=why if post.state == State.WAITING else [],
        watched=watched_words_in(said, forum.words),
        verbs=verbs,
        reason=alarms[0].reason if alarms else "",
        following=following,
    )


def grouped(posts: list[Post], moderators: Iterable[Any], here: str) -> list[Group]:
    """Return the cases of a page: the urgent ones, then by language, that of the oldest case first; each names the case below it."""
    people, bins = list(moderators), {}  # type: ignore[var-annotated]
    for post in posts:
        bins.setdefault((not post.is_urgent, post.language), []).append(post)  # type: ignore[attr-defined]
    order = sorted(bins, key=lambda key: (key[0], list(bins).index(key)))
    shown = [post for key in order for post in bins[key]]
    after = {post.pk: str(below.uid) for post, below in pairwise(shown)}
    return [
        Group(
            code=code,
            name=language_name(code) if code else "",
            cases=[case_of(post, after.get(post.pk, "")) for post in bins[calm, code]],
            readers=readers_of(code, people) if code else [],
            is_urgent=not calm,
        )
        for calm, code in order
    ]


def language_of(post: Post) -> str:
    """Return the language in which the writer of a post is told."""
    writer = post.author or post.guest
    return writer.language if writer else content_code(None)
