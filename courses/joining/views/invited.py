"""The page behind the link of an invitation: what one is invited to, and one button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.actions import expect_sign_up
from accounts.models import User
from accounts.queries import by_address
from content.audience.gate import turn_away
from courses.editions.queries import course_named
from courses.enrolment import actions
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.links import read_invitation
from courses.enrolment.models import Invitation
from courses.enrolment.queries import enrolment_of, invitation_with
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import barred, shut


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_variables("token")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show what one is invited to; POST accepts. Who has no account is led to make one, with the address that the link has proven."""
    now = timezone.now()
    link = read_invitation(token)
    found = invitation_with(link.invitation) if link else None
    if link is None or found is None:
        return _refused(request, pgettext("invitation", "This link is not one of ours. Please copy it whole from the mail."), 404)
    if link.sent != int(found.sent_at.timestamp()):
        return _refused(request, pgettext("invitation", "A newer mail with another link was sent. Use that one."), 410)
    if link.until <= now and found.answer == Answer.SENT:
        return _refused(request, pgettext("invitation", "This link is too old. Ask the organisers for a new one."), 410)
    user = request.user
    if isinstance(user, User):
        return _decided(request, found, user)
    if found.answer == Answer.TAKEN_BACK or shut(found.edition, now):
        why = shut(found.edition, now) or Refusal.TAKEN_BACK
        return _refused(request, str(why.label), 410)
    if by_address(found.email):
        return turn_away(request) if request.method != "POST" else HttpResponseRedirect(request.path)
    if request.method == "POST":
        known = {name: getattr(found, name) for name in ("name", "country", "institution", "language")}
        expect_sign_up(request=request, email=found.email, known=known)
        return HttpResponseRedirect(f"{reverse('account_signup')}?{urlencode({'next': request.path})}")
    return _page(request, found, is_stranger=True)


def _decided(request: HttpRequest, found: Invitation, person: User) -> HttpResponse:
    """Accept for who is signed in, or say why not."""
    if person.email != found.email:
        return _refused(request, str(Refusal.OTHERS.label), 403)
    if found.answer == Answer.ACCEPTED:
        return HttpResponseRedirect(reverse("edition", args=[found.edition.uid]))
    if why_not := barred(found, enrolment_of(person, found.edition), timezone.now()):
        return _refused(request, str(why_not.label), 403)
    if request.method != "POST":
        return _page(request, found, is_stranger=False)
    try:
        row = actions.accept_invitation(invitation=found, person=person, now=timezone.now())
    except Refused as no:
        return _refused(request, no.sentence, 403)
    if row.state == State.WAITING:
        messages.info(request, _("The edition is full: you are on the waiting list. As soon as a place is free you are told by mail."))
    else:
        messages.success(request, _("You take part. Welcome."))
    return HttpResponseRedirect(reverse("edition", args=[found.edition.uid]))


def _page(request: HttpRequest, found: Invitation, is_stranger: bool) -> HttpResponse:
    course = course_named(found.edition.course_key, request.LANGUAGE_CODE, request)
    context = {"invitation": found, "edition": found.edition, "course": course, "is_stranger": is_stranger}
    return render(request, "courses/joining/invitation.html", context)


def _refused(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "courses/joining/invitation_refused.html", {"sentence": sentence}, status=status)
