"""The list of broken links, for those who can mend them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from content.links.actions import recheck
from content.links.models import Address
from content.links.queries import broken_for, with_pages
from content.links.rules import can_mend, can_recheck
from limits.actions import hit

PER_PAGE = 30
HITS = {"name": "links-recheck", "limit": 60, "seconds": 3600}


@require_safe
def broken(request: HttpRequest) -> HttpResponse:
    """Show the links that lead nowhere, on pages that this person may change."""
    if not can_mend(request.user):
        raise PermissionDenied(_("Only those who change pages see this."))
    page = Paginator(broken_for(request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": with_pages(request.user, list(page.object_list))}
    return TemplateResponse(request, "desk/links.html", context)


@require_POST
def link_recheck(request: HttpRequest, pk: int) -> HttpResponse:
    """Have an address looked at again in the next minutes."""
    address = Address.objects.filter(pk=pk).first()
    if address is None or not can_recheck(request.user, address):
        raise Http404
    if not hit(key=f"account {request.user.pk}", now=timezone.now(), **HITS).allowed:  # type: ignore[arg-type]
        raise PermissionDenied(_("That was a lot at once. Try again in an hour."))
    recheck(address=address, now=timezone.now())
    messages.success(request, _("We look at it again in the next minutes."))
    return redirect("desk-links")
