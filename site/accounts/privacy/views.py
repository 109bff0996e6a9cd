"""Taking along what is held, and leaving."""

import time

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.entrance import waiting
from accounts.entrance.slowing import may_mail
from accounts.people.signed_in import person_of

from .actions import erase
from .forms import EraseForm
from .queries import held_about, is_last_administrator

CODE = "account_erase_code"  # in the session: the mailed code and when it was made
CODE_SECONDS = 15 * 60


@never_cache
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """Answer with all that is held about the person, as one file."""
    answer = JsonResponse(held_about(person_of(request), timezone.now()), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="sstc-academy-my-data.json"'
    return answer


@sensitive_post_parameters("password", "code")
@never_cache
@login_required
def erase_me(request: HttpRequest) -> HttpResponse:
    """Ask for a proof and erase the person. The only administrator is told to name another one first."""
    person = person_of(request)
    if is_last_administrator(person):
        return render(request, "account/erase.html", {"is_last": True})
    if request.method == "POST" and request.POST.get("way") == "code":
        _mail_code(request)
        return HttpResponseRedirect(request.path)
    expected = _expected(request)
    form = EraseForm(request.POST if request.method == "POST" else None, person=person, expected=expected)
    if request.method == "POST" and form.is_valid():
        erase(person=person, now=timezone.now(), wishes=form.wishes)
        logout(request)
        messages.success(request, _("The account is erased. Nothing here leads to you any more."))
        return HttpResponseRedirect(f"/{get_language()}/")
    return render(request, "account/erase.html", {"form": form, "is_code_sent": bool(expected)})


def _mail_code(request: HttpRequest) -> None:
    """Mail a code and keep it in the session."""
    if wait := may_mail(email=person_of(request).email, now=timezone.now()):
        messages.error(request, waiting.mail_sentence(wait))
        return
    adapter = get_adapter()
    code = adapter.generate_login_code()
    adapter.send_mail("account/email/erase_code", person_of(request).email, {"code": code})
    request.session[CODE] = {"code": code, "at": time.time()}


def _expected(request: HttpRequest) -> str:
    """Return the code that was mailed and still counts, else nothing."""
    held = request.session.get(CODE) or {}
    return held.get("code", "") if time.time() - held.get("at", 0) <= CODE_SECONDS else ""
