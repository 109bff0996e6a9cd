"""The forum of a page, below that page: the newest topics and the way in."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from content.audience import groups
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.tracking.queries import read_up_to

MOST = 10


def forum_below(request: HttpRequest, page: Page) -> SafeString | str:
    """Return the newest topics of the forum of this page that is the reader's: that of her own closed round, else the public one.

    Nothing where the page has none. Two queries, and what the keepers of rounds ask about her.
    """
    if not page.pk or getattr(request, "is_preview", False):
        return ""
    forum = _forum_for(request, page)
    if forum is None:
        return ""
    shown = Topic.objects.published().filter(forum=forum).select_related("author", "guest") if forum.topics_count else Topic.objects.none()
    topics = list(shown.annotate(read_place=read_up_to(request.user)).in_order()[:MOST])
    return render_to_string("forums/below.html", {"forum": forum, "topics": topics, "is_more": forum.topics_count > MOST}, request)


def _forum_for(request: HttpRequest, page: Page) -> Forum | None:
    """Return the forum of the first of the reader's own rounds that has one here, else the public one.

    Rounds have forums only below pages of a kind that is discussed: for others nothing is asked about the reader.
    """
    rounds = [*(groups.joined(request.user) if getattr(page, "has_forum", False) else []), ""]
    found = {forum.audience: forum for forum in Forum.objects.filter(key=page.translation_key, audience__in=rounds)}
    return next((found[audience] for audience in rounds if audience in found), None)
