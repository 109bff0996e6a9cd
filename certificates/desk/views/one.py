"""One certificate: its story, the wish for another name, revoking."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from certificates.credentials.models import Award
from certificates.credentials.numbers import shown
from certificates.credentials.rules import can_be_revoked
from certificates.desk.choices import VERBS
from certificates.desk.entry import about_one
from certificates.desk.forms import AnswerForm, RevokeForm
from certificates.desk.queries import acts_about, asked_of, notes_on, story_of
from certificates.desk.rules import verbs_for
from certificates.desk.views.deciding import decide
from certificates.issuing import actions
from certificates.issuing.refusals import Refused

SHOWN = 30


@require_safe
@about_one
def award(request: HttpRequest, user: User, award: Award) -> HttpResponse:
    """Show one award: where it stands, every number it had, what was done, and what can be."""
    now = timezone.now()
    context = {
        "edition": award.edition,
        "row": award,
        "standing": award.credential.standing(now) if award.credential else "",
        "verbs": verbs_for(award),
        "asked": asked_of(award),
        "notes": notes_on(award),
        "story": [(one, one.standing(now)) for one in story_of(award)],
        "may_revoke": award.credential is not None and can_be_revoked(award.credential),
        "acts": [{"act": act, "said": VERBS[act.verb]} for act in acts_about(award)[:SHOWN]],
    }
    return render(request, "certificates/desk/award.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@about_one
def answer(request: HttpRequest, user: User, award: Award) -> HttpResponse:
    """Agree to another name, or refuse it with a reason. Raises Http404 where nothing is asked."""
    wish = asked_of(award)
    if wish is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    back = reverse("certificates-award", args=[award.edition.uid, award.uid])
    if request.method == "POST" and form.is_valid():
        is_agreed = "agree" in request.POST
        try:
            actions.answer_correction(correction=wish, is_agreed=is_agreed, reason=form.cleaned_data["reason"], by=user, now=timezone.now())
        except Refused as no:
            form.add_error("reason", no.sentence)
        else:
            said = _("Agreed. The new certificate is on its way.") if is_agreed else _("Refused. The person is told by mail.")
            messages.success(request, said)
            return HttpResponseRedirect(back)
    context = {"edition": award.edition, "row": award, "wish": wish, "form": form, "back": back}
    return render(request, "certificates/desk/answer.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@about_one
def revoke_one(request: HttpRequest, user: User, award: Award) -> HttpResponse:
    """Take a certificate back, with a class of reasons that everybody reads and words for her."""
    credential = award.credential
    if credential is None or not can_be_revoked(credential):
        raise PermissionDenied(_("This certificate is not valid any more."))
    back = reverse("certificates-award", args=[award.edition.uid, award.uid])

    def act(held: dict[str, Any]) -> str:
        actions.revoke(credential=credential, by=user, now=timezone.now(), **{"reason": ""} | held)
        return _("Revoked. Whoever verifies it reads so from now on.")

    said = [_("The number stays and tells that it was revoked, when, and the class of the reason.")]
    if award.person:
        said.append(_("A new one can be issued later, under another number."))
    title = _("Revoke the certificate of %(name)s") % {"name": award.name or shown(credential.number)}
    form = RevokeForm(request.POST or None, is_read=award.person is not None)
    return decide(request, edition=award.edition, title=title, said=said, form=form, act=act, back=back, button=_("Revoke"))
