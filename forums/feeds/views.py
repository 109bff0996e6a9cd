"""The feeds of a forum and of a topic."""

from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.pages.addresses import full
from forums.boards.queries import places
from forums.boards.rules import visible_to
from forums.discussions.models import Post
from forums.discussions.rules import topics_visible_to
from forums.feeds.atom import Entry, drawn
from forums.feeds.queries import Newest, changed_at, newest_of_forum, newest_of_topic

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@require_safe
def forum_feed(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Tell what is new in a forum that strangers read; any other is not found, whoever asks."""
    forum = get_object_or_404(visible_to(None), uid=uid)
    place = places([forum], request.LANGUAGE_CODE, request).get(forum.pk)
    if place is None:
        raise Http404
    return _answer(request, place.title, reverse("forum", args=[uid]), uid, newest_of_forum(forum))


@require_safe
def topic_feed(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Tell what is new in a topic that strangers read."""
    topic = get_object_or_404(topics_visible_to(None), uid=uid)
    return _answer(request, topic.title, reverse("topic", args=[uid]), uid, newest_of_topic(topic))


def _answer(request: HttpRequest, title: str, link: str, uid: UUID, newest: Newest) -> HttpResponse:
    """Return the feed, or 304 for who has it. The time alone is believed only where no post was taken down, which leaves no time behind."""
    entries = [_entry(post) for post in newest.posts]
    body = drawn(
        title=title,
        link=full(link),
        address=full(request.path),
        id=f"urn:uuid:{uid}",
        language=request.LANGUAGE_CODE,
        changed_at=newest.changed_at or LONG_AGO,
        entries=entries,
    )
    answer = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    etag, moment = quote_etag(sha256(body).hexdigest()[:32]), _seconds(newest.changed_at)
    answer["ETag"] = etag
    if moment is not None:
        answer["Last-Modified"] = http_date(moment)
    patch_cache_control(answer, public=True, no_cache=True)
    return get_conditional_response(request, etag, moment if newest.is_whole else None, answer) or answer


def _entry(post: Post) -> Entry:
    writer = post.author or post.guest
    return Entry(
        id=f"urn:uuid:{post.uid}",
        title=post.topic.title,
        link=full(reverse("post", args=[post.uid])),
        author=writer.name if writer and writer.name else _("Former member"),
        language=post.language,
        html=post.html,
        published_at=post.published_at or post.written_at,
        updated_at=changed_at(post),
    )


def _seconds(moment: datetime | None) -> int | None:
    return int(moment.timestamp()) if moment else None
