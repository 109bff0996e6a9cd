"""The link by which a holder hands her certificate on, and what stands behind it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from certificates.bundling.listing import standing_word
from certificates.credentials.models import Credential
from certificates.credentials.numbers import shown
from certificates.holding import queries
from certificates.holding.actions import share, stop_sharing
from certificates.holding.entry import for_the_holder
from certificates.holding.rules import can_show
from content.audience.gate import for_one_person


@require_POST
@for_the_holder
def share_link(request: HttpRequest, user: User, credential: Credential) -> HttpResponse:
    """Make the link, or take it back."""
    now = timezone.now()
    if "stop" in request.POST:
        stop_sharing(credential=credential, now=now)
        messages.success(request, _("The link is off. Who opens it finds nothing any more."))
    elif not can_show(credential, now):
        raise PermissionDenied(_("This certificate is not valid any more: it cannot be shared."))
    else:
        share(credential=credential, now=now)
        messages.success(request, _("The link is on. Whoever has it sees this certificate."))
    return HttpResponseRedirect(f"{reverse('certificate', args=[credential.number])}#share")


@require_safe
def shared_certificate(request: HttpRequest, token: str) -> HttpResponse:
    """Show whoever has the link what the certificate says. Raises Http404 once the link was taken back."""
    credential, now = queries.shared(token), timezone.now()
    if credential is None or not can_show(credential, now):
        raise Http404
    standing = credential.standing(now)
    context = {
        "credential": credential,
        "held": queries.holding(credential, now=now, language=request.LANGUAGE_CODE),
        "words": credential.words,
        "standing": standing,
        "said": standing_word(standing),
        "number": shown(credential.number),
        "token": token,
    }
    return for_one_person(render(request, "certificates/holding/shared.html", context))
