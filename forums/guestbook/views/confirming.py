"""The page behind the link that confirms a message: the text, and one button."""

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from content.audience.gate import turn_away
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.doors.gate import address_of
from forums.guestbook import actions
from forums.guestbook.choices import Refusal
from forums.guestbook.queries import owner_of, post_of
from forums.guestbook.rules import can_claim, can_still_be_posted
from forums.guestbook.views.door import Refused, behind_a_link, refuse_suspended
from forums.guests.links import Confirmation, messages_url, read_confirmation
from forums.guests.models import Guest
from forums.guests.queries import guest_of
from limits.queries import address_of as network_of


@require_safe
@behind_a_link
def guest_sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way; the same to everybody."""
    return render(request, "forums/guest_sent.html")


@require_http_methods(["GET", "HEAD", "POST"])
@behind_a_link
def guest_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show the message; POST confirms it. An address with an account confirms signed in, and the message is the member's."""
    now = timezone.now()
    link, guest, post = _waiting(token)
    if link.until <= now:
        raise Refused(Refusal.OVER, token=token)
    owner = owner_of(guest)
    if owner and not isinstance(request.user, User):
        return turn_away(request)
    if owner and not can_claim(request.user, owner):
        raise Refused(Refusal.OTHERS)
    refuse_suspended(guest)
    if not can_still_be_posted(owner or AnonymousUser(), post, now):
        raise Refused(Refusal.CLOSED)
    if owner:
        refuse_suspended(owner)
    if request.method != "POST":
        return render(request, "forums/guest_confirm.html", {"post": post, "topic": post.topic, "guest": guest, "owner": owner})
    state = actions.confirm(guest=guest, post=post, owner=owner, follows=link.follows, language=request.LANGUAGE_CODE, now=now)
    if state is None:
        raise Refused(Refusal.USED)
    return _confirmed(request, guest, post, state)


@require_POST
@behind_a_link
def guest_again(request: HttpRequest, token: str) -> HttpResponse:
    """Mail a new link in place of one that is too old."""
    now = timezone.now()
    link, guest, post = _waiting(token)
    if actions.may_mail(email=guest.email or "", address=network_of(request), now=now):
        actions.ask_to_confirm(guest=guest, post=post, follows=link.follows, language=request.LANGUAGE_CODE, now=now)
    return HttpResponseRedirect(reverse("guest-sent"))


def _waiting(token: str) -> tuple[Confirmation, Guest, Post]:
    """Return what a link says, its guest and the message that waits for her. Raises Refused."""
    link = read_confirmation(token)
    guest = guest_of(link) if link else None
    if link is None or guest is None:
        raise Refused(Refusal.UNKNOWN)
    post = post_of(link)
    if post is None or post.state == State.DELETED:
        raise Refused(Refusal.GONE)
    if post.state != State.UNCONFIRMED or post.guest_id != guest.pk:
        raise Refused(Refusal.USED, post=post if post.state == State.PUBLISHED else None)
    return link, guest, post


def _confirmed(request: HttpRequest, guest: Guest, post: Post, state: State) -> HttpResponse:
    """Lead to the message where it is read, else to what the guest wrote."""
    if state == State.PUBLISHED:
        messages.success(request, _("Thank you. Your message is published."))
        return HttpResponseRedirect(address_of(Post.objects.select_related("topic").get(pk=post.pk)))
    messages.info(request, _("Thank you. A moderator reads your message before others see it."))
    if isinstance(request.user, User):
        return HttpResponseRedirect(reverse("forums"))
    return HttpResponseRedirect(messages_url(guest=guest.uid, turn=guest.turn, language=request.LANGUAGE_CODE, now=timezone.now()))
