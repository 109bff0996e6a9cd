"""What the room shows: similar practices below a record, a warning to editors."""

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.generation.queries import remembered
from content.likeness.neighbours import similar_to
from content.likeness.queries import alike
from content.pages.addresses import address, content_code
from content.practices.models import PracticePage
from content.shelves.queries import state, wording_of


def similar_below(request: HttpRequest, page: Page) -> SafeString | None:
    """Return the practices like a practice, remembered until anything is published or the index has caught up: then one query."""
    if not isinstance(page, PracticePage) or not page.pk or not page.live:
        return None
    key = f"similar:{page.translation_key.hex}:{get_language()}:{state().stamp}"
    return mark_safe(remembered(request, key, lambda: _similar(request, page)))  # noqa: S308 - a template escaped it


def _similar(request: HttpRequest, page: PracticePage) -> str:
    here = content_code(get_language())
    found = similar_to(key=page.translation_key, title=page.title, language=here, user=request.user)
    rows = [(one, address(one.url_path, request)) for one in found]
    return render_to_string("likeness/similar.html", {"rows": rows}, request) if rows else ""


def warn_editor(request: HttpRequest, page: Page) -> None:
    """Tell an editor, after she has saved, of practices with the same title or a very similar text."""
    if not isinstance(page, PracticePage):
        return
    latest = page.get_latest_revision_as_object()
    wording, code = wording_of(latest), latest.locale.language_code
    text = f"{wording.summary}\n{wording.body}"
    found = alike(title=latest.title, text=text, language=code, user=request.user, but=latest.translation_key)
    if found:
        items = [(reverse("wagtailadmin_pages:edit", args=[one.page_id]), one.title, one.language, one.share) for one in found]
        links = format_html_join(", ", '<a href="{}"><bdi>{}</bdi></a> ({}, {} %)', items)
        messages.warning(request, format_html("{} {}", _("There are practices very much like this one:"), links))
