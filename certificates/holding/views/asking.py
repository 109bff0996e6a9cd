"""A holder asks for another name, or for a paper in other languages."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from certificates.credentials.choices import State
from certificates.credentials.models import Credential
from certificates.holding.entry import for_the_holder
from certificates.holding.forms import CorrectionForm
from certificates.holding.rules import can_show
from certificates.holding.views.mine import languages_form, shown
from certificates.holding.views.naming import preview_url
from certificates.issuing.actions import ask_correction, remake_paper
from certificates.issuing.refusals import Obstacle, Refused
from limits.actions import hit

MOST, WITHIN = 20, 60 * 60  # papers in other languages that one person has made in an hour


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_holder
def correct(request: HttpRequest, user: User, credential: Credential) -> HttpResponse:
    """Ask for another name; she sees it in the font of the paper first. A facilitator answers."""
    if credential.state != State.VALID:
        raise PermissionDenied(_("This certificate is not valid any more."))
    form = CorrectionForm(request.POST or None, initial={"name": credential.words.name})
    wanted = credential.words.name
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["name"]
        if "confirm" in request.POST:
            try:
                ask_correction(credential=credential, wanted_name=wanted, why=form.cleaned_data["why"], by=user, now=timezone.now())
            except Refused as no:
                form.add_error(None, no.sentence)
            else:
                messages.success(request, _("Sent. A facilitator answers; you are told by mail."))
                return HttpResponseRedirect(reverse("certificate", args=[credential.number]))
    context = {"form": form, "credential": credential, "preview": preview_url(user, wanted, credential.award), "shown_name": wanted}
    return render(request, "certificates/holding/correct.html", context, status=422 if form.errors else 200)


@require_POST
@for_the_holder
def languages(request: HttpRequest, user: User, credential: Credential) -> HttpResponse:
    """Have the paper in other languages; what it says stays the same."""
    now = timezone.now()
    if not can_show(credential, now):
        raise PermissionDenied(_("This certificate is not valid any more."))
    form = languages_form(credential, request.POST)
    if form.is_valid():
        if not hit(name="certificate languages", key=str(user.pk), limit=MOST, seconds=WITHIN, now=now).allowed:
            raise PermissionDenied(_("That was often. Try again in an hour."))
        try:
            remake_paper(credential=credential, languages=form.languages, now=now)
        except Refused as no:
            form.add_error(None, no.sentence)
        except Obstacle:
            form.add_error(None, _("The paper could not be made just now. Try again later; the one you have stays."))
        else:
            messages.success(request, _("The paper is there in these languages."))
            return HttpResponseRedirect(f"{reverse('certificate', args=[credential.number])}#paper")
    return render(request, "certificates/holding/certificate.html", shown(request, credential, form, now=now), status=422)
