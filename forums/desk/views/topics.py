"""Topics are closed, pinned, moved, split and merged."""

import re
from datetime import UTC, datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from forums.boards.queries import places
from forums.boards.rules import moderated_by
from forums.desk.entry import staff_only, topic_of
from forums.desk.forms import MergeForm, MoveForm, SplitForm, TendForm
from forums.discussions.models import Post, Topic
from forums.doors.gate import at_the_door
from forums.moderation import actions
from forums.moderation.actions.split import MOST
from forums.moderation.actions.tend import TENDING
from forums.moderation.choices import Verb
from forums.moderation.rules import tended_by

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
MOST_FORUMS = 300
desk = require_http_methods(["GET", "HEAD", "POST"])


@desk
@at_the_door
@staff_only
def topic_tend(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Close, open, pin, unpin; and the way to the rest."""
    topic = topic_of(request, uid)
    form, verb = TendForm(request.POST or None), request.POST.get("verb", "")
    if request.method == "POST" and form.is_valid() and verb in TENDING:
        held, now = form.cleaned_data, timezone.now()
        on = held["closes_on"]
        closes_at = datetime.combine(on, time(), UTC) if on and verb == Verb.CLOSE else None
        actions.tend(
            topic=topic,
            verb=Verb(verb),
            moderator=user,
            reason=held["reason"],
            words=form.told(_tongue(topic)),
            closes_at=closes_at if closes_at and closes_at > now else None,
            now=now,
        )
        messages.success(request, _("Decided: %(what)s.") % {"what": Verb(verb).label})
        return _to(topic)
    context = {"form": form, "topic": topic, "is_closed": topic.is_closed(timezone.now())}
    return render(request, "forums/tend.html", context, status=422 if form.is_bound else 200)


@desk
@at_the_door
@staff_only
def topic_move(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Put a topic into another forum that this person moderates."""
    topic = topic_of(request, uid)
    found = moderated_by(user).exclude(pk=topic.forum_id).order_by("-rank", "-last_post_at", "pk")
    named = places(found[:MOST_FORUMS], request.LANGUAGE_CODE, request)
    form = MoveForm(request.POST or None)
    form.fields["forum"].queryset = found  # type: ignore[attr-defined]
    form.fields["forum"].choices = [(pk, place.title) for pk, place in named.items()]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        words = form.told(_tongue(topic))
        actions.move(topic=topic, forum=held["forum"], moderator=user, reason=held["reason"], words=words, now=timezone.now())
        messages.success(request, _("The topic is in the other forum now."))
        return _to(topic)
    return _page(request, form, topic, _("Move to another forum"), _("Move"))


@desk
@at_the_door
@staff_only
def topic_merge(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Append a topic to another one, named by its address."""
    topic, form = topic_of(request, uid), MergeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        into = _named(held["into"], user)
        words = form.told(_tongue(topic))
        try:
            if into is None:
                raise ValueError
            actions.merge(topic=topic, into=into, moderator=user, reason=held["reason"], words=words, now=timezone.now())
        except ValueError:
            form.add_error("into", _("This is not the address of another topic that you moderate and that is read."))
        else:
            messages.success(request, _("The two topics are one now."))
            return _to(into)
    return _page(request, form, topic, _("Append to another topic"), _("Append"))


@desk
@at_the_door
@staff_only
def topic_split(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Make replies a topic of their own; `?after=` is the place after which the list begins."""
    topic = topic_of(request, uid)
    word = request.GET.get("after", "")
    after = int(word) if word.isascii() and word.isdecimal() and len(word) < 9 else 1
    replies = list(Post.objects.published().filter(topic=topic, place__gt=max(after, 1)).order_by("place")[:MOST])
    form = SplitForm(request.POST or None)
    form.fields["posts"].choices = [(str(post.uid), f"{post.place}. {Truncator(post.text).chars(90)}") for post in replies]  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        held = form.cleaned_data
        chosen = [post for post in replies if str(post.uid) in held["posts"]]
        words = form.told(_tongue(topic))
        try:
            made = actions.split(
                topic=topic, posts=chosen, title=held["title"], moderator=user, reason=held["reason"], words=words, now=timezone.now()
            )
        except ValueError:
            form.add_error("posts", _("One of these messages is no longer read here. Look at the list again."))
        else:
            messages.success(request, _("The messages are a topic of their own now."))
            return HttpResponseRedirect(reverse("topic", args=[made.topic.uid]) if made.topic else reverse("queue"))
    return _page(request, form, topic, _("Split messages off"), _("Split off"))


def _named(address: str, user: User) -> Topic | None:
    found = _UID.search(address)
    return tended_by(user).filter(uid=UUID(found.group())).first() if found else None


def _tongue(topic: Topic) -> str:
    writer = topic.author or topic.guest
    return writer.language if writer else ""


def _to(topic: Topic) -> HttpResponse:
    return HttpResponseRedirect(reverse("topic", args=[topic.uid]))


def _page(request: HttpRequest, form: object, topic: Topic, title: str, button: str) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, "topic": topic, "back": reverse("topic-tend", args=[topic.uid])}
    return render(request, "forums/desk_form.html", context, status=422 if request.method == "POST" else 200)
