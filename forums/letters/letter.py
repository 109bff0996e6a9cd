"""What a mail of news says to one reader, in her language and time zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.queries import country_name
from content.pages.speech import language_name
from forums.boards.models import Forum
from forums.boards.queries import Place, places
from forums.guests.links import messages_url
from forums.guests.models import Guest
from forums.letters.excerpt import clipped, paragraphs, quoted
from forums.letters.queries import rhythms_of
from forums.letters.stopping import GENERAL, MOST, Stop, stop_url
from forums.letters.threads import headers_of, mail_uid
from forums.subscriptions.choices import Reason, Rhythm
from forums.subscriptions.followers import Follower, zone_of
from forums.subscriptions.models import News

SHOWN = 10  # posts in one mail; the others are counted
EXCERPTS = 4500  # bytes of all excerpts together, and of one
LONGEST = 1800
TITLE = 120
NAME = 60
TEMPLATE = "mail/forums_news"
KIND = "forum-news"


@dataclass(frozen=True)
class Letter:
    """Everything that `write_from_template` needs to know of one mail."""

    context: dict[str, Any]
    headers: dict[str, str]
    uid: Any
    stop_url: str


def letter(*, follower: Follower, news: list[News], count: int, now: datetime) -> Letter:
    """Return the mail about this news (with all that is shown at hand), the oldest first; `count` with those not shown.

    A digest is stopped as a digest, other mails by what they are about; a guest's bears the way to all that she wrote. Asks
    up to four questions, however much the news.
    """
    language, shown = follower.language, news[:SHOWN]
    wishes = rhythms_of(follower)
    rhythms = {wishes.get(_thing(row), Rhythm.AT_ONCE) for row in news}
    is_digest = Rhythm.AT_ONCE not in rhythms
    with translation.override(language):
        groups = _groups(shown, language)
        context = {
            "groups": groups,
            "first": groups[0]["topics"][0]["items"][0],
            "topic": groups[0]["topics"][0]["title"],
            "is_one_topic": len({row.post.topic_id for row in news}) == 1 and count == len(news),
            "is_reply": shown[0].post.place != 1,
            "count": count,
            "more": count - len(shown),
            "is_digest": is_digest,
            "reasons": {str(row.reason) for row in news},
            "is_member": isinstance(follower, User),
            "news_url": _full("news"),
            "change_url": _full("subscriptions") if isinstance(follower, User) else _own_page(follower, now),
        }
    things = tuple(dict.fromkeys(_thing(row) for row in news))
    if is_digest or len(things) > MOST:
        things = tuple(("r", str(rhythm)) for rhythm in sorted(rhythms))
    stop = Stop("user" if isinstance(follower, User) else "guest", follower.uid, things)
    return Letter(context, headers_of([row.post for row in news], follower), mail_uid(news[0].post.uid, follower), stop_url(stop, language))


def reading_as(follower: Follower) -> Any:
    """Return a context in which dates are shown as this person reads them."""
    return timezone.override(zone_of(follower))


def _thing(row: News) -> tuple[str, str]:
    """Return the wish that made this news."""
    match row.reason:
        case Reason.TOPIC:
            return "t", row.post.topic.uid.hex
        case Reason.FORUM:
            return "f", row.post.topic.forum.uid.hex
    return GENERAL


def _groups(news: Iterable[News], language: str) -> list[dict[str, Any]]:
    """Return the news by forum and topic, each in the order of its oldest post."""
    rows = list(news)
    named = places({row.post.topic.forum for row in rows}, language)
    share = min(EXCERPTS // len(rows), LONGEST)
    forums: dict[int, dict[str, Any]] = {}
    topics: dict[int, dict[str, Any]] = {}
    for row in rows:
        topic = row.post.topic
        forum = forums.setdefault(topic.forum_id, _forum(topic.forum, named.get(topic.forum_id)))
        if topic.pk not in topics:
            topics[topic.pk] = {"title": clipped(topic.title, TITLE), "url": _full("topic", topic.uid), "items": []}
            forum["topics"].append(topics[topic.pk])
        topics[topic.pk]["items"].append(_item(row, share))
    return list(forums.values())


def _forum(forum: Forum, place: Place | None) -> dict[str, Any]:
    return {
        "title": clipped(place.title, TITLE) if place else "",
        "code": place.code if place else "",
        "url": _full("forum", forum.uid),
        "topics": [],
    }


def _item(row: News, share: int) -> dict[str, Any]:
    """Return one post as the mail shows it. `said`: who did what."""
    post = row.post
    who = clipped(str(post.author or post.guest or _("Former member")), NAME)
    text = clipped(post.text, share)
    country = post.author.country if post.author else ""
    return {
        "said": _said(row) % {"name": who},
        "country": country_name(country, translation.get_language() or "en") if country else "",
        "at": post.published_at,
        "code": post.language,
        "language": language_name(post.language) if post.language else "",
        "paragraphs": paragraphs(text),
        "quoted": quoted(text),
        "url": _full("post", post.uid),
    }


def _said(row: News) -> str:
    if row.reason == Reason.MENTION:
        return _("%(name)s mentioned you")
    if row.reason == Reason.ANSWER:
        return _("%(name)s answered you")
    return _("%(name)s started a topic") if row.post.place == 1 else _("%(name)s wrote")


def _own_page(guest: Guest, now: datetime) -> str:
    return messages_url(guest=guest.uid, turn=guest.turn, language=guest.language, now=now)


def _full(name: str, *args: object) -> str:
    return settings.SITE_URL + reverse(name, args=args)
