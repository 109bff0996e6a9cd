"""Following a topic or a forum, what one follows, the news."""

import re
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from content.audience.gate import turn_away
from forums.boards.queries import Place, places
from forums.doors.gate import at_the_door, forum_for, place_of, topic_for
from forums.subscriptions import actions
from forums.subscriptions.choices import NEWS_PER_PAGE, Reason, Rhythm
from forums.subscriptions.forms import RhythmForm
from forums.subscriptions.models import News, Subscription
from forums.subscriptions.queries import general_rhythm, news_page, subscription_of, subscriptions_of

asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@at_the_door
def topic_follow(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Follow a topic, in what rhythm, or no longer."""
    topic = topic_for(request, uid)
    return _follow(request, topic.title, reverse("topic", args=[uid]), place_of(request, topic.forum), topic=topic)


@asks
@at_the_door
def forum_follow(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Follow a forum, in what rhythm, or no longer."""
    forum = forum_for(request, uid)
    place = place_of(request, forum)
    return _follow(request, place.title, reverse("forum", args=[uid]), place, forum=forum)


def _follow(request: HttpRequest, title: str, back: str, place: Place, **what: Any) -> HttpResponse:
    if not isinstance(request.user, User):
        return turn_away(request)
    row = subscription_of(request.user, **what)
    form = RhythmForm(request.POST or None, initial={"rhythm": row.rhythm if row else general_rhythm(request.user)})
    if request.method == "POST" and _changed(request, form, what):
        return HttpResponseRedirect(back)
    context = {"form": form, "row": row, "title": title, "back": back, "topic": what.get("topic"), "place": place}
    return render(request, "forums/subscribe.html", context, status=422 if form.is_bound and form.errors else 200)


def _changed(request: HttpRequest, form: RhythmForm, what: dict[str, Any]) -> bool:
    """Do what was pressed: `stop`, `quick` (the button of the page itself), or a chosen rhythm. Returns False for none of them."""
    person, now = _person(request), timezone.now()
    if "stop" in request.POST:
        actions.unsubscribe(follower=person, now=now, **what)
        messages.success(request, _("You no longer follow this."))
    elif "quick" in request.POST:
        actions.subscribe(follower=person, now=now, **what)
        messages.success(request, _("You follow this from now on."))
    elif form.is_valid():
        actions.subscribe(follower=person, rhythm=Rhythm(form.cleaned_data["rhythm"]), now=now, **what)
        messages.success(request, _("Saved."))
    else:
        return False
    return True


@asks
@never_cache
@login_required
def subscriptions(request: HttpRequest) -> HttpResponse:
    """Show what one follows, and how often; POST says how often one is told of answers and mentions."""
    person = _person(request)
    form = RhythmForm(request.POST or None, initial={"rhythm": general_rhythm(person)})
    if request.method == "POST" and form.is_valid():
        actions.subscribe(follower=person, rhythm=Rhythm(form.cleaned_data["rhythm"]), now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("subscriptions"))
    rows = list(subscriptions_of(person))
    boards = {row.pk: row.topic.forum if row.topic else row.forum for row in rows}
    named = places([forum for forum in boards.values() if forum], request.LANGUAGE_CODE, request)
    entries = [{"row": row, "place": named.get(forum.pk) if (forum := boards[row.pk]) else None} for row in rows]
    context = {"form": form, "entries": entries, "rhythms": Rhythm.choices}
    return render(request, "forums/subscriptions.html", context, status=422 if form.is_bound else 200)


@require_POST
@never_cache
@login_required
def subscription(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change or stop one's own subscription, also to what one may not read any more."""
    row = get_object_or_404(Subscription.objects.select_related("topic", "forum"), uid=uid, user=request.user)
    if row.topic or row.forum:
        _changed(request, RhythmForm(request.POST), {"topic": row.topic, "forum": row.forum})
    return HttpResponseRedirect(reverse("subscriptions"))


@require_safe
@never_cache
@login_required
def news(request: HttpRequest) -> HttpResponse:
    """Show the news of those who do not read mail, and of all others: what is not seen yet first."""
    rows = news_page(_person(request), _cursor(request.GET.get("after", "")))
    shown = rows[:NEWS_PER_PAGE]
    last = shown[-1] if len(rows) > NEWS_PER_PAGE else None
    context = {
        "lines": [{"row": row, "said": _said(row), "who": row.post.author or row.post.guest or _("Former member")} for row in shown],
        "has_new": any(row.seen_at is None for row in shown),
        "following": f"{int(last.seen_at is not None)}-{last.pk}" if last else "",
        "is_continued": "after" in request.GET,
    }
    return render(request, "forums/news.html", context)


@require_POST
@login_required
def news_seen(request: HttpRequest) -> HttpResponse:
    """Note that all news are seen."""
    actions.mark_all_seen(user=_person(request), now=timezone.now())
    return HttpResponseRedirect(reverse("news"))


def _said(row: News) -> str:
    if row.reason == Reason.MENTION:
        return _("mentioned you")
    if row.reason == Reason.ANSWER:
        return _("answered you")
    return _("started a topic") if row.post.place == 1 else _("wrote")


def _cursor(word: str) -> tuple[int, int] | None:
    """Return the cursor that a word of an address means, or None for any other word."""
    found = re.fullmatch(r"([01])-([0-9]{1,18})", word, re.ASCII)
    return (int(found[1]), int(found[2])) if found else None


def _person(request: HttpRequest) -> User:
    """Return who is signed in; the views that ask let nobody else in."""
    return cast("User", request.user)
