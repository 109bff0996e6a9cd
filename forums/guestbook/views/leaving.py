"""A guest's messages become an account's, or nobody's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from content.audience.gate import turn_away
from forums.guestbook import actions
from forums.guestbook.choices import Refusal
from forums.guestbook.forms import ForgetForm
from forums.guestbook.queries import owner_of
from forums.guestbook.rules import can_claim
from forums.guestbook.views.door import Refused, behind_a_link, guest_behind


@require_POST
@behind_a_link
def guest_claim(request: HttpRequest, token: str) -> HttpResponse:
    """Give what an address wrote to the account that proved the same address."""
    guest = guest_behind(token)
    user = request.user
    if not isinstance(user, User):
        return turn_away(request)
    if not can_claim(user, owner_of(guest)):
        raise Refused(Refusal.OTHERS)
    moved = actions.claim(guest=guest, user=user, now=timezone.now())
    said = ngettext("%(number)d message is now yours.", "%(number)d messages are now yours.", moved) % {"number": moved}
    messages.success(request, said)
    return HttpResponseRedirect(reverse("guest-messages", args=[token]))


@require_http_methods(["GET", "HEAD", "POST"])
@behind_a_link
def guest_forget(request: HttpRequest, token: str) -> HttpResponse:
    """Remove name and address, after a question; the texts stay or go as she chooses."""
    guest = guest_behind(token)
    form = ForgetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.forget(guest=guest, keeps_texts=form.cleaned_data["texts"] == "keep", now=timezone.now())
        messages.success(request, _("Your name and address are removed. Nothing here leads to you any more."))
        return HttpResponseRedirect(reverse("forums"))
    context = {"form": form, "guest": guest, "token": token}
    return render(request, "forums/guest_forget.html", context, status=422 if form.is_bound else 200)
