"""The desk: one screen with what waits."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks

from content.desk.own import panels_for
from content.desk.rules import can_see_desk


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show what waits for this person, of all rooms."""
    if not can_see_desk(request.user):
        raise PermissionDenied(_("Only those who work in the editors' screens have a desk."))
    return TemplateResponse(request, "desk/desk.html", {"panels": panels_for(request, hooks.get_hooks("desk_panels"))})
