"""The forum of a page, below that page: the newest topics and the way in."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.tracking.queries import read_up_to

MOST = 10


def forum_below(request: HttpRequest, page: Page) -> SafeString | str:
    """Return the newest topics of this page's public forum; nothing where it has none. Two queries."""
    if not page.pk or getattr(request, "is_preview", False):
        return ""
    forum = Forum.objects.of_page(page.translation_key).first()
    if forum is None:
        return ""
    shown = Topic.objects.published().filter(forum=forum).select_related("author", "guest") if forum.topics_count else Topic.objects.none()
    topics = list(shown.annotate(read_place=read_up_to(request.user)).in_order()[:MOST])
    return render_to_string("forums/below.html", {"forum": forum, "topics": topics, "is_more": forum.topics_count > MOST}, request)
