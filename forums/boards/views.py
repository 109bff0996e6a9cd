"""The editors' screen that opens a discussion below a page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.models import Page

from forums.boards.actions import open_forum
from forums.boards.queries import forum_of
from forums.boards.rules import can_open_below


def open_below(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show whether a page is discussed and, on POST, open its discussion for all its languages. For those who may publish the page."""
    page = get_object_or_404(Page, pk=page_id)
    if not can_open_below(request.user, page):
        raise PermissionDenied(_("Only those who publish this page can open a discussion below it."))
    if request.method == "POST":
        open_forum(key=page.translation_key)
        messages.success(request, _("The discussion is open, in all languages of the page."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return TemplateResponse(request, "forums/open_below.html", {"page": page, "forum": forum_of(page.translation_key)})
