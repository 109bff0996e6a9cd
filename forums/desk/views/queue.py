"""The queue: the same page on the site and among the editors' screens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from accounts.models import User
from content.pages.addresses import content_code
from content.pages.speech import language_name
from forums.desk.cases import grouped
from forums.desk.entry import staff_only
from forums.desk.queries import CASES_PER_PAGE, cases_page, counted_by_language, last_of
from forums.discussions.models import Post
from forums.doors.gate import at_the_door
from forums.moderation.choices import Reason
from forums.moderation.models import Phrase
from forums.moderation.queries import moderators
from forums.reading.cursor import Cursor

UNKNOWN = "und"  # in addresses: cases whose language nobody knows


@require_safe
@at_the_door
@staff_only
def queue(request: HttpRequest, user: User) -> HttpResponse:
    """Show what waits for a moderator."""
    return queue_page(request, user, "forums/queue.html")


def queue_page(request: HttpRequest, user: User, template: str, **more: object) -> HttpResponse:
    """Show one page of cases in a frame; `more` is what the frame needs."""
    now, here = timezone.now(), content_code(get_language())
    asked = request.GET.get("language", "").replace("\0", "")
    language = None if not asked or len(asked) > 8 else "" if asked == UNKNOWN else asked
    after = Cursor.read(request.GET.get("after", ""))
    posts = cases_page(user, after=after, language=language, now=now)
    shown, people = posts[:CASES_PER_PAGE], moderators()
    counts = counted_by_language(user)
    context = {
        "groups": grouped(shown, people, here),
        "counts": [(code or UNKNOWN, language_name(code) if code else "", number) for code, number in sorted(counts.items())],
        "total": sum(counts.values()),
        "hers": counts.get(content_code(user.language), 0),
        "oldest": min((post.since for post in shown), default=None) if after is None else None,  # type: ignore[attr-defined]
        "following": _cursor(posts),
        "is_continued": after is not None,
        "language": asked,
        "last": last_of(user, now),
        "phrases": list(Phrase.objects.all()),
        "reasons": Reason.choices,
        "from": "",
        **more,
    }
    return render(request, template, context)


def _cursor(posts: list[Post]) -> str:
    """Return where the queue goes on after its last shown case; empty at its end."""
    if len(posts) <= CASES_PER_PAGE:
        return ""
    last = posts[CASES_PER_PAGE - 1]
    return str(Cursor(last.is_urgent, last.since, last.pk))  # type: ignore[attr-defined]
