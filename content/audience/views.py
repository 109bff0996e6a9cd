"""The editors' screen that opens and closes a page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from content.audience.actions import set_level
from content.audience.forms import LevelForm
from content.audience.queries import own_level
from content.audience.rules import can_set_level


def change_level(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show who may read a page and, on POST, change it for all languages. For those who may publish the page."""
    page = get_object_or_404(Page, pk=page_id)
    if not can_set_level(request.user, page):
        raise PermissionDenied(_("Only those who publish this page can say who may read it; a first page is open to everyone."))
    form = LevelForm(request.POST or None, initial={"level": own_level(page.translation_key)})
    if request.method == "POST" and form.is_valid():
        level = form.cleaned_data["level"]
        set_level(translation_key=page.translation_key, level=level, now=timezone.now())
        log(instance=page, action="content.access", user=request.user, data={"level": level})
        messages.success(request, _("Changed in all languages."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return TemplateResponse(request, "audience/change_level.html", {"page": page, "form": form})
