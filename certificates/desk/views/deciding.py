"""Issue, hold, release, refuse: one certificate or all of an edition; and give one by hand."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.models import User
from certificates.credentials.models import Award
from certificates.credentials.rules import decides_about_all
from certificates.desk.choices import WITH_REASON, Verb
from certificates.desk.entry import about_one, for_the_desk
from certificates.desk.forms import GiveForm, ReasonForm, SureForm
from certificates.desk.queries import counts_of, person_with
from certificates.desk.rules import verbs_for
from certificates.desk.views.listing import concerned
from certificates.issuing import actions
from certificates.issuing.refusals import Refused
from courses.editions.models import Edition

ONE: dict[str, Callable[..., Any]] = {
    Verb.ISSUE: actions.issue_now,
    Verb.HOLD: actions.hold,
    Verb.RELEASE: actions.release,
    Verb.REFUSE: actions.refuse,
}
ALL: dict[str, Callable[..., Any]] = {
    Verb.ISSUE: actions.issue_all,
    Verb.HOLD: actions.hold_all,
    Verb.RELEASE: actions.release_all,
    Verb.REFUSE: actions.refuse_all,
}


@require_http_methods(["GET", "HEAD", "POST"])
@about_one
def decide_one(request: HttpRequest, user: User, award: Award, verb: str) -> HttpResponse:
    """Do this with one award, after a look at what it means. Raises Http404 for another verb, PermissionDenied where it does not fit."""
    if verb not in Verb.values:
        raise Http404
    if verb not in verbs_for(award):
        raise PermissionDenied(_("This cannot be done where the certificate stands now."))
    back = reverse("certificates-award", args=[award.edition.uid, award.uid])

    def act(held: dict[str, Any]) -> str:
        ONE[verb](award=award, by=user, now=timezone.now(), **held)
        return _("Done.")

    title = f"{Verb(verb).label}: {award.name}"
    return decide(request, edition=award.edition, title=title, said=meaning(verb), form=form_for(verb, request), act=act, back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_desk
def decide_all(request: HttpRequest, user: User, edition: Edition, verb: str) -> HttpResponse:
    """Do this with all awards of an edition that it fits; the work goes on in the background."""
    if verb not in Verb.values:
        raise Http404
    number = concerned(Verb(verb), counts_of(edition, decided_by=user))
    back = reverse("certificates-desk", args=[edition.uid])

    def act(held: dict[str, Any]) -> str:
        done = ALL[verb](edition=edition, by=user, now=timezone.now(), **held)
        return ngettext("%(n)s certificate: it goes on in the background.", "%(n)s certificates: it goes on in the background.", done) % {
            "n": done
        }

    few = ngettext("It concerns %(n)s certificate.", "It concerns %(n)s certificates.", number) % {"n": number}
    title = _("%(verb)s: all") % {"verb": Verb(verb).label}
    return decide(request, edition=edition, title=title, said=[few, *meaning(verb)], form=form_for(verb, request), act=act, back=back)


@require_http_methods(["GET", "HEAD", "POST"])
@for_the_desk
def give(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Give a certificate by hand: to who took part, to who contributed."""
    form = GiveForm(request.POST or None)
    back = reverse("certificates-desk", args=[edition.uid])
    if request.method == "POST" and form.is_valid():
        person = person_with(edition, form.cleaned_data["email"])
        if person is None:
            form.add_error("email", _("Nobody with this address takes part in this edition or runs it."))
        elif person == user and not decides_about_all(user):
            form.add_error("email", _("You cannot give a certificate to yourself. Ask somebody else who runs this edition."))
        else:
            try:
                actions.award(edition=edition, person=person, kind=form.cleaned_data["kind"], by=user, now=timezone.now())
            except Refused as no:
                form.add_error(None, no.sentence)
            else:
                messages.success(request, _("Done. The person is asked to confirm the name."))
                return HttpResponseRedirect(back)
    said = [_("Learners who complete the course get theirs by themselves. This is for those who took part or contributed.")]
    return asked(request, edition=edition, title=_("Give a certificate"), said=said, form=form, button=_("Give"), back=back)


def decide(
    request: HttpRequest,
    *,
    edition: Edition,
    title: str,
    said: list[str],
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    back: str,
    button: str = "",
) -> HttpResponse:
    """Ask for what is needed, act once it is there, say what was done or why not."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
            return HttpResponseRedirect(back)
        except Refused as no:
            form.add_error(None, no.sentence)
    return asked(request, edition=edition, title=title, said=said, form=form, button=button or _("Yes, do it"), back=back)


def asked(request: HttpRequest, *, edition: Edition, title: str, said: list[str], form: forms.Form, button: str, back: str) -> HttpResponse:
    """Show a form of the desk."""
    context = {"title": title, "forms": [form], "button": button, "back": back, "edition": edition, "said": said}
    return render(request, "certificates/desk/form.html", context, status=422 if request.method == "POST" else 200)


def form_for(verb: str, request: HttpRequest) -> forms.Form:
    """Return what is asked before this is done."""
    data = request.POST if request.method == "POST" else None
    return ReasonForm(data) if verb in WITH_REASON else SureForm(data)


def meaning(verb: str) -> list[str]:
    """Return what it means, before it is done."""
    return {
        Verb.ISSUE: [_("It is made and mailed at once, with the name as it stands now, confirmed or not.")],
        Verb.HOLD: [_("Nothing is made until it is released. The person sees that it is held back.")],
        Verb.RELEASE: [_("It goes on where it stopped.")],
        Verb.REFUSE: [_("The person is told by mail, with your reason. A single certificate can still be issued later.")],
    }[Verb(verb)]
