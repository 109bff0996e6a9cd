"""People are suspended and released; a member reads what was decided about her messages."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from content.audience.gate import turn_away
from forums.desk.cases import language_of
from forums.desk.entry import post_of, staff_only
from forums.desk.forms import SuspendForm
from forums.doors.gate import address_of, at_the_door
from forums.guests.models import Guest
from forums.moderation import actions
from forums.moderation.models import Suspension
from forums.moderation.rules import can_suspend, decisions_about

SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
@staff_only
def post_suspend(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Suspend the writer of a post: the member, or the guest's address."""
    post = post_of(request, uid)
    person = post.author or post.guest
    if not can_suspend(user):
        raise PermissionDenied(_("Only those who moderate every forum suspend people."))
    if person is None or person == user:
        raise Http404
    form = SuspendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now, held = timezone.now(), form.cleaned_data
        words = form.told(language_of(post))
        actions.suspend(person=person, moderator=user, reason=held["reason"], words=words, ends_at=form.ends_at(now), now=now)
        messages.success(request, _("Suspended. Reading stays possible, and the person is told why."))
        return HttpResponseRedirect(reverse("suspended"))
    title = _("Suspend %(name)s") % {"name": person}
    context = {"form": form, "post": post, "title": title, "back": address_of(post), "button": _("Suspend")}
    return render(request, "forums/desk_form.html", context, status=422 if form.is_bound else 200)


@require_safe
@at_the_door
@staff_only
def suspended(request: HttpRequest, user: User) -> HttpResponse:
    """Show who is suspended now, the newest first."""
    if not can_suspend(user):
        raise PermissionDenied(_("Only those who moderate every forum suspend people."))
    held = Suspension.objects.in_force(timezone.now()).select_related("user", "guest").order_by("-pk")
    return render(request, "forums/suspended.html", {"suspensions": held[:SHOWN]})


@require_POST
@at_the_door
@staff_only
def person_release(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Let a member or a guest write again."""
    if not can_suspend(user):
        raise PermissionDenied(_("Only those who moderate every forum suspend people."))
    person = User.objects.present().filter(uid=uid).first() or Guest.objects.filter(uid=uid).first()
    if person is None:
        raise Http404
    if actions.release(person=person, moderator=user, now=timezone.now()):
        messages.success(request, _("Released."))
    else:
        messages.info(request, _("This person may write already."))
    return HttpResponseRedirect(reverse("suspended"))


@require_safe
@at_the_door
def my_decisions(request: HttpRequest) -> HttpResponse:
    """Show a member what moderators decided about her messages, and why."""
    if not isinstance(request.user, User):
        return turn_away(request)
    found = decisions_about(request.user).select_related("post__topic", "topic")
    return render(request, "forums/my_decisions.html", {"decisions": found[:SHOWN]})
