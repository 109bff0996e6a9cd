"""Invitations: sent, sent again, taken back."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from courses.admission.forms import InviteForm
from courses.editions.entry import not_closed, runs_it
from courses.editions.models import Edition
from courses.enrolment import actions
from courses.enrolment.actions import NEW, Entry
from courses.enrolment.choices import Answer
from courses.enrolment.refusals import Refused

SHOWN = 50


@runs_it
def invitations(request: HttpRequest, edition: Edition) -> HttpResponse:
    """List who was invited, filtered by what became of it, the newest first."""
    answer = request.GET.get("answer", "")
    chosen = answer if answer in Answer.values else ""
    rows = edition.invitations.filter(**({"answer": chosen} if chosen else {})).order_by("-sent_at", "-pk")
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    context = {"edition": edition, "page_obj": page, "answers": Answer.choices, "answer": chosen}
    return render(request, "courses/admission/invitations.html", context | {"query": f"answer={chosen}" if chosen else ""})


@runs_it
def invitation_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Invite one address; a member with this address is enrolled at once."""
    not_closed(edition)
    form = InviteForm(request.POST or None, language=request.LANGUAGE_CODE, initial={"language": edition.languages[:1] or ["pt"]})
    if request.method == "POST" and form.is_valid():
        entry = Entry(**form.cleaned_data | {"email": form.cleaned_data["email"].lower()})
        try:
            what = actions.bring_in(edition=edition, entry=entry, by=cast("User", request.user), now=timezone.now())
        except Refused as no:
            form.add_error(None, no.sentence)
        else:
            say = messages.success if what in NEW else messages.info
            say(request, _("%(address)s: %(what)s.") % {"address": entry.email, "what": what.label})
            return _back(edition)
    context = {
        "title": _("Invite somebody"),
        "forms": [form],
        "button": _("Invite"),
        "back": reverse("edition-invitations", args=[edition.uid]),
        "edition": edition,
        "said": [_("Who has an account with this address takes part at once and is told; anybody else gets a link that leads in.")],
    }
    return render(request, "courses/planning/form.html", context, status=422 if request.method == "POST" else 200)


@runs_it
def invitation_change(request: HttpRequest, edition: Edition, invitation_uid: UUID) -> HttpResponse:
    """Mail a new link (button `again`), or take the invitation back (`back`)."""
    not_closed(edition)
    row = edition.invitations.filter(uid=invitation_uid).first()
    if row is None:
        raise Http404
    by, now = cast("User", request.user), timezone.now()
    if request.method == "POST" and "back" in request.POST:
        actions.take_back(invitation=row, by=by, now=now)
        messages.success(request, _("The invitation holds no longer."))
    elif request.method == "POST":
        try:
            actions.invite(edition=edition, email=row.email, by=by, is_again=True, now=now)
        except Refused as no:
            raise PermissionDenied(no.sentence) from no
        messages.success(request, _("A new link is on its way; the old one holds no longer."))
    return _back(edition)


def _back(edition: Edition) -> HttpResponse:
    return HttpResponseRedirect(reverse("edition-invitations", args=[edition.uid]))
