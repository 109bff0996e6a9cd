"""The screen on which editors see what differs between the languages of a page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from content.factcheck.queries import differences_of, languages_of
from content.factcheck.rules import can_check


@require_safe
def fact_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the facts that stand in one language of a page and not in another. For those who may edit or publish it."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=pk, depth__gt=1)
    if not can_check(request.user, page):
        raise PermissionDenied(_("Only those who edit the page can see this."))
    texts = languages_of(page)
    context = {"page": page, "texts": texts, "differences": differences_of(texts) if len(texts) > 1 else []}
    return TemplateResponse(request, "factcheck/check.html", context)
