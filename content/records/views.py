"""What the page of a practice shows beyond its own fields, and the screen that takes one down."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from content.generation.queries import remembered
from content.practices.actions import withdraw
from content.practices.models import PracticePage
from content.practices.queries import facts_of, fullness_of, values_of
from content.practices.rules import can_withdraw
from content.records.forms import WithdrawForm
from content.records.record import record_of


def tell_of_record(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return the record of a practice (hook `page_context`): read once a generation while it is published."""
    if not isinstance(page, PracticePage):
        return {}
    if page.live and page.pk:
        said = remembered(request, f"practice:{page.pk}", lambda: {"values": values_of(page), "facts": facts_of(page)})
    else:
        said = {"values": values_of(page), "facts": facts_of(page)}
    page.__dict__["_facts"] = said["facts"]
    is_owner = bool(page.owner_id) and request.user.pk == page.owner_id
    return {"record": record_of(said["values"], said["facts"]), "fullness": fullness_of(page) if is_owner else None}


def practice_withdraw(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the reason, then take the practice down in all its languages."""
    page = get_object_or_404(PracticePage, pk=page_id, alias_of=None)
    if not can_withdraw(request.user, page):
        raise PermissionDenied(_("You cannot take this practice down: it is not published, or that is up to others."))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count = withdraw(page=page, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        said = ngettext("Taken down in %(count)d language.", "Taken down in %(count)d languages.", count) % {"count": count}
        messages.success(request, said)
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return render(request, "practices/withdraw.html", {"page": page, "form": form})
