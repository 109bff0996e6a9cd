"""Who writes along."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from content.contributing import actions, rules
from content.contributing.choices import AN_HOUR, INVITED_AN_HOUR
from content.contributing.links import read_token
from content.contributing.models import CoAuthor, Contribution
from content.contributing.queries import co_authors_of
from content.contributing.refusals import Gone, Refused
from content.filling.forms import InviteForm
from content.filling.views.door import insist, may_repeat, of_mine, signed_in, too_often


@require_http_methods(["GET", "HEAD", "POST"])
@of_mine
def contribution_people(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Show who writes along; the owner's POST asks somebody."""
    is_owner = rules.can_invite(request.user, contribution)
    form = InviteForm(request.POST or None, initial={"language": request.LANGUAGE_CODE})
    if request.method == "POST":
        insist(is_owner, _("Only who began it asks others to write along."))
        if form.is_valid() and _invited(request, contribution, form):
            messages.success(request, _("A mail with a link is on its way."))
            return redirect("contribution-people", contribution.uid)
    context = {"contribution": contribution, "form": form, "is_owner": is_owner, "co_authors": co_authors_of(contribution)}
    return render(request, "contributing/people.html", context, status=422 if form.errors else 200)


@require_POST
@of_mine
def contribution_person_remove(request: HttpRequest, contribution: Contribution, person: UUID) -> HttpResponse:
    """Let somebody write along no longer: the owner anybody, a co-author herself."""
    found = contribution.co_authors.filter(uid=person).first()
    if found is None:
        raise Http404
    by = cast("User", request.user)
    insist(rules.can_invite(by, contribution) or found.person_id == by.pk, _("Only who began it can do this."))
    actions.part_with(co_author=found, by=by)
    messages.success(request, _("Removed."))
    return redirect("contributions") if found.person_id == by.pk else redirect("contribution-people", contribution.uid)


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
@signed_in
def contribution_join(request: HttpRequest, token: str) -> HttpResponse:
    """Show what one is asked to write along; POST accepts."""
    link = read_token(token)
    found = CoAuthor.objects.select_related("contribution__owner").filter(uid=link.co_author).first() if link else None
    if link is None or found is None:
        return _refused(request, pgettext("invitation", "This link is not one of ours. Please copy it whole from the mail."), 404)
    if link.sent != int(found.invited_at.timestamp()):
        return _refused(request, pgettext("invitation", "A newer mail with another link was sent. Use that one."), 410)
    if link.until <= timezone.now() and found.joined_at is None:
        return _refused(request, _("This link is too old. Ask for a new one."), 410)
    person = cast("User", request.user)
    if found.person_id == person.pk:
        return redirect("contribution", found.contribution.uid)
    if person.email.lower() != found.email:
        return _refused(request, _("This invitation was sent to another address. Sign in with the account of that address."), 403)
    if request.method != "POST":
        return render(request, "contributing/join.html", {"contribution": found.contribution})
    try:
        actions.join(co_author=found, person=person, now=timezone.now())
    except Refused as no:
        return _refused(request, no.sentence, 403)
    messages.success(request, _("You write along now."))
    return redirect("contribution", found.contribution.uid)


def _invited(request: HttpRequest, contribution: Contribution, form: InviteForm) -> bool:
    """Ask this address; False where the form says why not."""
    if not may_repeat(request, "practice-invite", INVITED_AN_HOUR, AN_HOUR):
        too_often(form)
        return False
    try:
        actions.invite(contribution=contribution, **form.cleaned_data, by=cast("User", request.user), now=timezone.now())
    except Gone:
        raise
    except Refused as no:
        form.add_error("email", no.sentence)
        return False
    return True


def _refused(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "contributing/join_refused.html", {"sentence": sentence}, status=status)
