"""Loading the discussions of the demo."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from wagtail.models import Page

from accounts.models import User
from forums.boards.actions import open_forum, open_general
from forums.boards.models import Forum
from forums.discussions import actions
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.queries import written_with
from forums.discussions.typed import Typed
from forums.guests.models import Guest

FORM = Path(__file__).with_name("threads.json")
BETWEEN = timedelta(hours=7)  # two posts of a thread
Say = Callable[[str], object]


def load_threads(*, now: datetime, say: Say) -> int:
    """Write the discussions that are missing; return how many posts were written. Done again, nothing is written."""
    form = json.loads(FORM.read_text(encoding="utf-8"))
    writers = _writers(form, now)
    for rank, forum in enumerate(form["forums"]):
        open_general(slug=forum["slug"], titles=forum["titles"], leads=forum["leads"], rank=rank)
    before = Post.objects.count()
    for age, thread in enumerate(form["threads"]):
        forum = _forum_of(thread)
        if forum is not None:
            _write(thread, forum, writers, now - timedelta(days=2 + age))
    written = Post.objects.count() - before
    say(f"{written} posts" if written else "The posts were there already.")
    return written


def demo_parts() -> list[tuple[int, str, Callable[[datetime, Say], object]]]:
    """Return what the forums add to the demo (hook `demo`)."""
    return [(60, "Discussions", lambda now, say: load_threads(now=now, say=say))]


def _writers(form: dict[str, Any], now: datetime) -> dict[str, User | Guest]:
    """Return everybody who writes, by the name that threads use: the cast of the demo, people who only write, guests."""
    cast = User.objects.filter(email__endswith="@example.org")
    writers: dict[str, User | Guest] = {person.email.partition("@")[0]: person for person in cast}
    for code, (name, country, language) in form["people"].items():
        email = f"participant-{code}@example.org"
        found = User.objects.filter(email=email).first()
        fields = {"name": name, "country": country, "language": language, "of_age_at": now, "date_joined": now}
        writers[code] = found or User.objects.create_user(email, **fields)
    for code, (name, email, language) in form["guests"].items():
        told = dict.fromkeys(("accepted_at", "of_age_at", "created_at", "confirmed_at"), now)
        writers[code] = Guest.objects.get_or_create(email=email, defaults={"name": name, "language": language, **told})[0]
    return writers


def _forum_of(thread: dict[str, Any]) -> Forum | None:
    """Return the forum of a thread: a general one, or that of a page of the demo; None where the demo's page is not there."""
    if "forum" in thread:
        return Forum.objects.get(slug=thread["forum"])
    page = Page.objects.live().filter(slug=thread["page"]).first()
    return open_forum(key=page.translation_key) if page else None


def _write(thread: dict[str, Any], forum: Forum, writers: dict[str, User | Guest], begun: datetime) -> None:
    """Write the posts of a thread that are not there yet, each some hours after the one before."""
    posts: list[Post] = []
    for number, said in enumerate(thread["posts"]):
        token, at = _token(thread, number), begun + number * BETWEEN
        posts.append(written_with(token) or _say(thread, said, posts, forum, _typed(said, writers, token), at))
        for admirer in said.get("useful", []):
            person = writers[admirer]
            if isinstance(person, User):
                actions.mark_useful(post=posts[-1], user=person, is_useful=True)
    topic = posts[0].topic
    if "accepted" in thread and topic.accepted_id is None:
        actions.accept_answer(topic=topic, post=posts[thread["accepted"] - 1])


@transaction.atomic
def _say(thread: dict[str, Any], said: dict[str, Any], posts: list[Post], forum: Forum, typed: Typed, at: datetime) -> Post:
    if not posts:
        is_question = thread.get("is_question", False)
        return actions.start_topic(forum=forum, title=thread["title"], is_question=is_question, typed=typed, now=at)
    parent = posts[said["answers"] - 1] if "answers" in said else None
    return actions.reply(topic=posts[0].topic, parent=parent, typed=typed, now=at)


def _typed(said: dict[str, Any], writers: dict[str, User | Guest], token: UUID) -> Typed:
    return Typed(
        writer=writers[said["by"]],
        text=said["text"],
        language=said["language"],
        is_sure_of_language=True,
        state=State(said.get("state", State.PUBLISHED)),
        token=token,
    )


def _token(thread: dict[str, Any], number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo:{thread['key']}:{number}")
