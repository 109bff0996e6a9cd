"""My certificates, and everything about one of them."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.models import User
from certificates.badges.linkedin import linkedin_url
from certificates.credentials.models import Credential
from certificates.holding import queries
from certificates.holding.entry import for_members, for_the_holder
from certificates.holding.forms import LanguagesForm
from certificates.holding.rules import can_show
from certificates.issuing.queries import paper_languages
from content.pages.speech import language_name


@require_safe
@for_members
def certificates(request: HttpRequest, user: User) -> HttpResponse:
    """List what one was awarded, each with where it stands and its paper."""
    now = timezone.now()
    context = {
        "entries": queries.mine(user, now=now, language=request.LANGUAGE_CODE),
        "confirmed": queries.confirmed_name(user),
        "printed": user.printed_name or user.name,
    }
    return render(request, "certificates/holding/certificates.html", context)


@require_safe
@for_the_holder
def certificate(request: HttpRequest, user: User, credential: Credential) -> HttpResponse:
    """Show one certificate: what it says, its papers, its badge, its link, and how to correct it."""
    context = shown(request, credential, languages_form(credential), now=timezone.now())
    return render(request, "certificates/holding/certificate.html", context)


def shown(request: HttpRequest, credential: Credential, form: LanguagesForm, *, now: datetime) -> dict[str, Any]:
    """Return what the page of one certificate shows."""
    held = queries.holding(credential, now=now, language=request.LANGUAGE_CODE)
    may_show = can_show(credential, now)
    link = reverse("certificate-shared", args=[credential.share_token]) if credential.is_shared else ""
    papers = [(paper, " · ".join(language_name(code) for code in paper.language_codes)) for paper in credential.papers.order_by("-made_at")]
    return {
        "held": held,
        "credential": credential,
        "words": credential.words,
        "may_show": may_show,
        "papers": papers if may_show else [],
        "form": form,
        "share_url": f"{settings.SITE_URL}{link}" if link else "",
        "linkedin": linkedin_url(credential) if may_show else "",
    }


def languages_form(credential: Credential, data: Any = None) -> LanguagesForm:
    """Return the form by which its paper is had in other languages, at first in those it has."""
    first, second, *_rest = [*credential.words.languages, "", ""]
    return LanguagesForm(data, codes=paper_languages(credential), initial={"first": first, "second": second})
