"""What an address wrote, for whoever has its link: no session, no password."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from forums.discussions.actions import delete_post, edit_post
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.guestbook import actions
from forums.guestbook.forms import CorrectForm, LinkForm, NameForm
from forums.guestbook.queries import PER_PAGE, held_of, owner_of, written_by
from forums.guestbook.rules import can_claim, can_correct, can_withdraw
from forums.guestbook.views.door import behind_a_link, guest_behind, post_behind, refuse_suspended
from forums.guests.actions import rename, turn_link
from forums.guests.links import confirm_token
from forums.guests.models import Guest
from forums.guests.queries import proven_with
from limits.queries import address_of as network_of

writes = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@behind_a_link
def guest_messages(request: HttpRequest, token: str) -> HttpResponse:
    """Show all that an address wrote, newest first, each with its state and what may be done with it."""
    return _page(request, token, guest_behind(token))


@require_POST
@behind_a_link
def guest_name(request: HttpRequest, token: str) -> HttpResponse:
    """Change the name that readers see."""
    guest = guest_behind(token)
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, token, guest, form)
    rename(guest=guest, name=form.cleaned_data["name"])
    messages.success(request, _("Saved."))
    return _back(token)


@writes
@behind_a_link
def guest_edit(request: HttpRequest, token: str, uid: UUID) -> HttpResponse:
    """Correct a message; its earlier text is kept."""
    guest, post = post_behind(token, uid)
    refuse_suspended(guest)
    now = timezone.now()
    if not can_correct(guest, post, now):
        return render(request, "forums/refused.html", status=403)
    form = CorrectForm(request.POST or None, initial={"text": post.text})
    if request.method == "POST" and form.is_valid():
        edit_post(post=post, text=form.cleaned_data["text"], by=None, now=now)
        messages.success(request, _("Saved."))
        return _back(token)
    return render(request, "forums/guest_edit.html", {"form": form, "post": post, "token": token}, status=422 if form.errors else 200)


@writes
@behind_a_link
def guest_delete(request: HttpRequest, token: str, uid: UUID) -> HttpResponse:
    """Take back a message, after a question."""
    guest, post = post_behind(token, uid)
    if not can_withdraw(guest, post):
        return render(request, "forums/refused.html", status=403)
    if request.method != "POST":
        back = reverse("guest-messages", args=[token])
        return render(request, "forums/delete.html", {"post": post, "topic": post.topic, "back": back})
    delete_post(post=post, now=timezone.now())
    messages.success(request, _("Your message was deleted."))
    return _back(token)


@require_safe
@behind_a_link
def guest_data(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with all that is held about an address, as one file."""
    answer = JsonResponse(held_of(guest_behind(token)), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="sstc-academy-my-messages.json"'
    return answer


@require_POST
@behind_a_link
def guest_turn(request: HttpRequest, token: str) -> HttpResponse:
    """Close every link mailed so far and mail a new one."""
    guest = guest_behind(token)
    now = timezone.now()
    if not actions.may_mail(email=guest.email or "", address=network_of(request), now=now):
        messages.error(request, _("Several mails are already on their way."))
        return _back(token)
    turn_link(guest=guest)
    actions.mail_link(guest=guest, language=request.LANGUAGE_CODE, now=now)
    return HttpResponseRedirect(reverse("guest-sent"))


@writes
@behind_a_link
def guest_link(request: HttpRequest) -> HttpResponse:
    """Mail the link to whoever lost it. The answer is the same whether the address wrote here or not."""
    form = LinkForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "forums/guest_link.html", {"form": form}, status=422 if form.errors else 200)
    now, email = timezone.now(), form.cleaned_data["email"]
    if actions.may_mail(email=email, address=network_of(request), now=now) and (guest := proven_with(email)):
        actions.mail_link(guest=guest, language=request.LANGUAGE_CODE, now=now)
    return HttpResponseRedirect(reverse("guest-sent"))


def _page(request: HttpRequest, token: str, guest: Guest, form: NameForm | None = None) -> HttpResponse:
    posts = written_by(guest, _uid(request.GET.get("before", "")))
    context = {
        "guest": guest,
        "token": token,
        "form": form or NameForm(initial={"name": guest.name}),
        "entries": [_entry(guest, post) for post in posts[:PER_PAGE]],
        "next": posts[PER_PAGE - 1].uid if len(posts) > PER_PAGE else None,
        "can_claim": can_claim(request.user, owner_of(guest)),
        "is_member": isinstance(request.user, User),
    }
    return render(request, "forums/guest_messages.html", context, status=422 if form else 200)


def _uid(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None


def _entry(guest: Guest, post: Post) -> dict[str, object]:
    now = timezone.now()
    waits = post.state == State.UNCONFIRMED
    return {
        "post": post,
        "is_read": post.state == State.PUBLISHED,
        "is_gone": post.state == State.DELETED,
        "can_correct": can_correct(guest, post, now),
        "can_withdraw": can_withdraw(guest, post),
        "confirm": reverse("guest-confirm", args=[confirm_token(guest=guest.uid, post=post.uid, follows=False, now=now)]) if waits else "",
    }


def _back(token: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("guest-messages", args=[token]))
