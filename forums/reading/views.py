"""Lists of forums and topics, one topic, the way to one post."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from content.audience.rules import is_member
from content.pages.speech import language_name
from forums.boards import rules as boards
from forums.boards.models import Forum
from forums.boards.queries import listed, places
from forums.discussions import rules
from forums.discussions.models import Post, Topic
from forums.discussions.queries import page_of
from forums.doors.gate import SignInHelps, address_of, at_the_door, forum_for, is_open_to_all, place_of, topic_for
from forums.languages.wishes import remember, wished
from forums.reading.cursor import Cursor
from forums.reading.listing import Powers, draw
from forums.reading.queries import topics_page
from forums.reading.rows import Row, rows_of, waiting_rows
from forums.subscriptions.actions import mark_seen
from forums.subscriptions.queries import also_of
from forums.tracking.actions import mark_read

NOBODY = UUID(int=0)
VERBS = ("post", "edit", "history", "delete", "report", "language", "useful", "accept", "case", "amend")


@require_safe
@at_the_door
def forums(request: HttpRequest) -> HttpResponse:
    """Show the forums that this reader finds: general ones, then those of pages in which somebody has written."""
    found = listed(request.user)
    named = places(found, request.LANGUAGE_CODE, request)
    entries = [(forum, named[forum.pk]) for forum in found if forum.pk in named]
    groups = {
        "general": [entry for entry in entries if entry[0].is_general],
        "of_pages": [entry for entry in entries if not entry[0].is_general],
    }
    return render(request, "forums/forums.html", groups)


@require_safe
@at_the_door
def forum(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the topics of a forum, those written in last first."""
    found = forum_for(request, uid, also_of(request.user, "forum"))
    after = Cursor.read(request.GET.get("after", ""))
    languages = wished(request)
    picked = topics_page(Topic.objects.published().filter(forum=found), request.user, after, languages)
    context = {
        "forum": found,
        "place": place_of(request, found),
        "topics": picked.topics,
        "following": picked.following,
        "left_out": picked.left_out,
        "wished": [(code, language_name(code), code in languages) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES],
        "is_picky": bool(languages),
        "has_feed": is_open_to_all(request, found),
        "is_continued": after is not None,
        "can_write": _can_write(request, found),
        "can_moderate": boards.can_moderate(request.user, found),
    }
    answer = render(request, "forums/forum.html", context)
    remember(request, answer)
    return answer


@require_safe
@at_the_door
def topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one page of a topic; for a member, note how far she has read."""
    found = topic_for(request, uid, also_of(request.user, "topic"))
    pages = page_of(found.last_place)
    page = _page_asked(request, found, pages)
    if page is None:
        raise Http404
    rows = rows_of(found, page, request.user)
    is_last = page == pages
    waiting = waiting_rows(found, request.user) if is_last and isinstance(request.user, User) else []
    powers = _powers(request, found)
    _note_reading(request, found, rows)
    context = {
        "topic": found,
        "place": place_of(request, found.forum),
        "posts": draw([*rows, *waiting], powers),
        "page": page,
        "pages": pages,
        "is_last": is_last,
        "unread_page": page_of(found.read_place + 1) if found.read_place and found.read_place < found.last_place else None,  # type: ignore[attr-defined]
        "accepted": found.accepted,
        "can_reply": powers.can_reply,
        "can_moderate": powers.can_moderate,
        "has_feed": is_open_to_all(request, found.forum),
        "is_closed": found.is_closed(timezone.now()),
    }
    return render(request, "forums/topic.html", context)


@require_safe
@at_the_door
def post(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Lead to the page of the topic on which this post stands: the address that stays."""
    found = get_object_or_404(Post.objects.select_related("topic__forum"), uid=uid)
    if not boards.can_read(request.user, found.topic.forum):
        if not is_member(request.user) and found.topic.forum.key and not found.topic.forum.audience:
            raise SignInHelps
        raise Http404
    if not rules.can_see_topic(request.user, found.topic) or (found.place is None and not rules.can_see_post(request.user, found)):
        raise Http404
    return HttpResponseRedirect(address_of(found))


def _page_asked(request: HttpRequest, topic: Topic, pages: int) -> int | None:
    """Return the page that is asked for: a number, or `new` for the first post that this member has not read; None for no such page."""
    word = request.GET.get("page", "1")
    if word == "new":
        return min(page_of((topic.read_place or 0) + 1), pages)  # type: ignore[attr-defined]
    if not (word.isascii() and word.isdecimal() and len(word) < 10):
        return None
    return int(word) if 1 <= int(word) <= pages else None


def _can_write(request: HttpRequest, forum: Forum) -> bool:
    """Return whether this reader, who was let in, may write here; asks nothing of the database for a public forum."""
    if forum.audience:
        return boards.can_write(request.user, forum)
    return not forum.is_closed or boards.can_moderate(request.user, forum)


def _powers(request: HttpRequest, topic: Topic) -> Powers:
    """Ask the rules once for the whole page."""
    user, now = request.user, timezone.now()
    moderates = boards.can_moderate(user, topic.forum)
    is_open = not topic.is_closed(now)
    can_write = _can_write(request, topic.forum)
    is_published = topic.state == "published"
    return Powers(
        user_id=user.pk if is_member(user) else None,
        is_member=is_member(user),
        can_reply=is_published and can_write and (is_open or moderates),
        can_accept=topic.is_question and is_published and (moderates or rules.is_writer(user, topic)),
        can_moderate=moderates,
        is_open=is_open,
        accepted=topic.accepted_id,
        new_after=topic.read_place if topic.read_place and topic.read_place < topic.last_place else None,  # type: ignore[attr-defined]
        links=_links(topic),
    )


def _links(topic: Topic) -> dict[str, str]:
    """Return the addresses of what one does with a post, `UID` in the place of its id."""
    verbs = {verb: reverse("post" if verb == "post" else f"post-{verb}", args=[NOBODY]).replace(str(NOBODY), "UID") for verb in VERBS}
    return {**verbs, "reply": reverse("topic-reply", args=[topic.uid])}


def _note_reading(request: HttpRequest, topic: Topic, rows: list[Row]) -> None:
    """Move the reader's mark on, only when there is something new, and not when a browser merely fetches ahead."""
    newest = max((row.place or 0 for row in rows), default=0)
    is_seen = request.method == "GET" and "prefetch" not in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    if is_seen and isinstance(request.user, User) and newest > (topic.read_place or 0):  # type: ignore[attr-defined]
        mark_read(user=request.user, topic=topic, place=newest, now=timezone.now())
        if topic.news_count:  # type: ignore[attr-defined]
            mark_seen(user=request.user, topic=topic, place=newest, now=timezone.now())
