"""The name is looked at as it will be printed, and confirmed."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from certificates.credentials.models import Award
from certificates.holding.entry import for_the_awarded
from certificates.holding.forms import NameForm
from certificates.holding.queries import confirmed_name
from certificates.holding.rules import can_confirm
from certificates.issuing.actions import confirm_name, confirm_printed_name
from certificates.issuing.queries import preview_sheet, sample_sheet
from certificates.issuing.refusals import Obstacle, Refused
from certificates.printing.engine import render_png
from certificates.printing.sheets import Sheet
from limits.actions import hit

WIDTH = 900  # pixels: readable on a phone's screen, some 60 kB
MOST, WITHIN = 60, 10 * 60  # previews of one person in ten minutes


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_awarded
def name(request: HttpRequest, user: User, award: Award | None) -> HttpResponse:
    """Let her see her name in the font of the paper and confirm it: for one award, or for all that come. Looking again keeps it."""
    if award and not can_confirm(award):
        raise PermissionDenied(_("The certificate is made already. Ask for a correction if its name is wrong."))
    own = award.name if award else confirmed_name(user)
    form = NameForm(request.POST or None, initial={"name": own or user.printed_name or user.name})
    shown_name = form.initial["name"]
    if request.method == "POST" and form.is_valid():
        shown_name = form.cleaned_data["name"]
        if "confirm" in request.POST:
            try:
                _confirm(user, award, shown_name)
            except Refused as no:
                form.add_error("name", no.sentence)
            else:
                messages.success(request, _("Thank you. The certificate will bear this name."))
                return HttpResponseRedirect(reverse("certificates"))
    context = {"form": form, "award": award, "preview": preview_url(user, shown_name, award), "shown_name": shown_name}
    return render(request, "certificates/holding/name.html", context, status=422 if form.errors else 200)


@require_safe
@for_the_awarded
def name_preview(request: HttpRequest, user: User, award: Award | None) -> HttpResponse:
    """Draw the paper with this name on it, in its real font. At most sixty in ten minutes for one person."""
    form = NameForm(request.GET)
    if not form.is_valid():
        return HttpResponse(status=400)
    if not hit(name="certificate preview", key=str(user.pk), limit=MOST, seconds=WITHIN, now=timezone.now()).allowed:
        return HttpResponse(status=429)
    typed = form.cleaned_data["name"]
    sheet = _sheet(user, typed, award)
    if sheet is None:
        return HttpResponse(status=404)
    return HttpResponse(render_png(sheet, page_width_px=WIDTH), content_type="image/png")


def preview_url(user: User, typed: str, award: Award | None) -> str:
    """Return where the paper with this name is drawn; empty where nothing can be: no name, or no course of hers that gives one."""
    if not typed or _sheet(user, typed, award) is None:
        return ""
    where = reverse("certificate-name-preview", args=[award.uid]) if award else reverse("certificate-own-name-preview")
    return f"{where}?{urlencode({'name': typed})}"


def _sheet(user: User, typed: str, award: Award | None) -> Sheet | None:
    try:
        return preview_sheet(award, typed) if award else sample_sheet(user, typed)
    except (Obstacle, Refused):
        return None


def _confirm(user: User, award: Award | None, typed: str) -> Any:
    """Confirm the name of this award, or of all that come."""
    now = timezone.now()
    return confirm_name(award=award, name=typed, now=now) if award else confirm_printed_name(person=user, name=typed, now=now)
