"""The page where anybody verifies a certificate, without an account and in her own language."""

from datetime import datetime
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from certificates.credentials.models import Credential
from certificates.credentials.numbers import read
from certificates.credentials.queries import credential_of, proves
from certificates.proofs.offline.building import FILE_NAME, page
from certificates.verification import slowing
from certificates.verification.answers import answer_of
from certificates.verification.brought import Brought, in_file, in_text
from certificates.verification.choices import File
from certificates.verification.forms import BroughtForm, NameForm
from certificates.verification.queries import house_name, is_file_of, knows_all_files, offline_keys, our_sites, published_keys

asks = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def elsewhere(request: HttpRequest, number: str = "") -> HttpResponse:
    """Lead from the address on the paper, which has no language, to the reader's; a browser takes the proof behind the # along."""
    place = reverse("verify-number", args=[number]) if number else reverse("verify")
    answer = HttpResponseRedirect(place)
    patch_vary_headers(answer, ["Accept-Language", "Cookie"])
    return answer


@asks
@never_cache
@sensitive_post_parameters()
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a number, a code or a PDF; POST says what they are worth. Files are read in memory and not kept."""
    if request.method != "POST":
        return _page(request, BroughtForm())
    form, now = BroughtForm(request.POST, request.FILES), timezone.now()
    if not form.is_valid():
        return _page(request, form, status=422)
    if form.content and (wait := slowing.wait_after_file(request, now)):
        return _come_later(request, form, wait)
    brought = in_file(form.content, published_keys()) if form.content else in_text(form.cleaned_data["number"], published_keys())
    if brought is None:
        form.add_error(*_nothing(form))
        return _page(request, form, status=422)
    if brought.refusal:
        return _page(request, form, refusal=brought.refusal, kid=brought.kid)
    if not form.content and not brought.is_proven:
        return HttpResponseRedirect(reverse("verify-number", args=[brought.number]))
    return _brought(request, form, brought, now)


@asks
@never_cache
@sensitive_post_parameters("name")
def verify_number(request: HttpRequest, number: str) -> HttpResponse:
    """Say where the certificate with this number stands; POST compares a name with one that was withdrawn."""
    now, whole = timezone.now(), read(number)
    if whole is None:
        return _unknown(request, number)
    if whole != number:
        return HttpResponseRedirect(reverse("verify-number", args=[whole]))
    if wait := slowing.wait_of(request, now):
        return _come_later(request, BroughtForm(initial={"number": number}), wait)
    credential = credential_of(number)
    if credential is None:
        slowing.missed(request, now)
        return _unknown(request, number)
    if request.method == "POST":
        return _named(request, credential, now)
    return _page(request, BroughtForm(), answer=answer_of(credential, now), name_form=NameForm())


@require_safe
@cache_control(public=True, max_age=300)
def offline(request: HttpRequest) -> HttpResponse:
    """Give away the one file that proves papers without this site: keys, words of five languages and the checking inside."""
    html = page(keys=offline_keys(), sites=our_sites(), issuer=house_name(), made_on=timezone.now().date())
    answer = HttpResponse(html, headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'})
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _brought(request: HttpRequest, form: BroughtForm, brought: Brought, now: datetime) -> HttpResponse:
    """Answer for a paper or a code; who brings one that we signed guesses nothing, and is never told to wait."""
    if not brought.is_proven and (wait := slowing.wait_of(request, now)):
        return _come_later(request, form, wait)
    credential = credential_of(brought.number)
    if credential is None and not brought.is_proven:
        slowing.missed(request, now)
    if credential is None:
        bare, proven = (
            _("No certificate has this number."),
            _("The academy signed this code, but its records do not have it. Please ask us."),
        )
        form.add_error("paper" if form.content else "number", proven if brought.is_proven else bare)
        return _page(request, form, status=404)
    answer = answer_of(credential, now, is_proven=brought.is_proven, file=_file(credential, form.content, brought))
    name = brought.name if answer.asks_name else ""
    return _page(request, BroughtForm(), answer=answer, name_form=NameForm(), proven_name=name)


def _file(credential: Credential, data: bytes, brought: Brought) -> File | None:
    if not data:
        return None
    if is_file_of(credential, data):
        return File.SAME
    if not brought.is_proven:
        return File.BARE
    return File.OTHER if knows_all_files(credential) else None


def _named(request: HttpRequest, credential: Credential, now: datetime) -> HttpResponse:
    """Say whether the name that somebody typed is the one that was withdrawn; every other certificate says its name itself."""
    form, answer = NameForm(request.POST), answer_of(credential, now)
    if not answer.asks_name:
        return HttpResponseRedirect(request.path)
    is_right = False
    if form.is_valid():
        if wait := slowing.wait_after_name(request, credential, now):
            form.add_error("name", _later(wait))
            return _page(request, BroughtForm(), answer=answer, name_form=form, status=429)
        is_right = proves(credential, form.cleaned_data["name"])
        if not is_right:
            form.add_error("name", _("This is not the name on the certificate with this number."))
    proven = form.cleaned_data["name"] if is_right else ""
    return _page(request, BroughtForm(), answer=answer, name_form=form, proven_name=proven, status=200 if is_right else 422)


def _nothing(form: BroughtForm) -> tuple[str, str]:
    if form.content:
        return "paper", _("This PDF holds no code of the academy. Was it printed anew or scanned? Then type the number on it.")
    return "number", _("This is no number of a certificate: it has 26 letters and digits. Please look again, none may be missing.")


def _unknown(request: HttpRequest, number: str) -> HttpResponse:
    form = BroughtForm({"number": number[:80]})
    form.is_valid()
    form.add_error("number", _("No certificate has this number. Please compare it with the paper, letter by letter."))
    return _page(request, form, status=404)


def _come_later(request: HttpRequest, form: BroughtForm, wait: int) -> HttpResponse:
    answer = _page(request, form, later=_later(wait), status=429)
    answer["Retry-After"] = str(wait)
    return answer


def _later(wait: int) -> str:
    minutes = ceil(wait / 60)
    text = ngettext(
        "Too many tries from here. Try again in %(n)s minute.", "Too many tries from here. Try again in %(n)s minutes.", minutes
    )
    return text % {"n": minutes}


def _page(request: HttpRequest, form: BroughtForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {"form": form, "now": timezone.now(), **more}
    answer = render(request, "certificates/verification/verify.html", context, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer
