"""Writing without an account: the same form with name and address on top; the message waits for the button behind a mailed link."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from content.audience.gate import for_one_person
from content.markup.rendering import render as render_text
from content.pages.addresses import content_code
from forums.boards.models import Forum
from forums.brakes.rules import first_state
from forums.brakes.views import passes
from forums.discussions import actions
from forums.discussions.models import Post, Topic
from forums.discussions.typed import Typed
from forums.doors.gate import place_of
from forums.guestbook.actions import ask_to_confirm, may_mail
from forums.guestbook.forms import GuestFields
from forums.guests.actions import meet
from forums.guests.models import Guest
from forums.writing.forms import PostForm, TopicForm
from limits.queries import address_of


class GuestReplyForm(GuestFields, PostForm):
    """A reply and who writes it."""

    field_order = ["name", "email", "is_accepted", "is_of_age", "text", "language"]


class GuestTopicForm(GuestFields, TopicForm):
    """A topic and who begins it."""

    field_order = ["name", "email", "is_accepted", "is_of_age", "title", "text", "is_question", "language"]


def guest_topic(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Begin a topic as a guest."""
    form = GuestTopicForm(request.POST or None)

    def keep(typed: Typed, now: datetime) -> Post:
        held = form.cleaned_data
        return actions.start_topic(forum=forum, title=held["title"], is_question=held["is_question"], typed=typed, now=now)

    return _answer(request, form, forum, keep, {})


def guest_reply(request: HttpRequest, topic: Topic, parent: Post | None, quote: str) -> HttpResponse:
    """Reply as a guest."""
    form = GuestReplyForm(request.POST or None, initial={"text": quote})

    def keep(typed: Typed, now: datetime) -> Post:
        return actions.reply(topic=topic, parent=parent, typed=typed, now=now)

    return _answer(request, form, topic.forum, keep, {"topic": topic, "parent": parent})


def _answer(
    request: HttpRequest, form: PostForm, forum: Forum, keep: Callable[[Typed, datetime], Post], context: dict[str, object]
) -> HttpResponse:
    """Keep what was typed without fault, else show the form."""
    is_preview = "preview" in request.POST
    is_right = request.method == "POST" and form.is_valid()
    if is_right and not is_preview and passes(request, form, forum) and _is_let_in(request, form):
        _keep(request, form, forum, keep, context.get("parent"))
        return HttpResponseRedirect(reverse("guest-sent"))
    preview = render_text(form.cleaned_data["text"]).html if is_right and is_preview else ""
    page = {"form": form, "forum": forum, "place": place_of(request, forum), "preview": preview, "is_guest": True, **context}
    return for_one_person(render(request, "forums/write.html", page, status=422 if form.errors else 200))


def _is_let_in(request: HttpRequest, form: PostForm) -> bool:
    """Return whether another mail may go to this address; else say so beside it."""
    if may_mail(email=form.cleaned_data["email"], address=address_of(request), now=timezone.now()):
        return True
    form.add_error("email", _("Several mails are already on their way."))
    return False


def _keep(request: HttpRequest, form: PostForm, forum: Forum, keep: Callable[[Typed, datetime], Post], parent: object) -> None:
    """Keep guest, message and mail together; the same form sent twice is one message and one mail."""
    now, held = timezone.now(), form.cleaned_data
    with transaction.atomic():
        guest = meet(email=held["email"], name=held["name"], language=request.LANGUAGE_CODE, now=now)
        post = keep(_typed(request, guest, forum, held, parent), now)
        if post.written_at == now and post.guest_id == guest.pk:
            ask_to_confirm(guest=guest, post=post, follows=held["follows"], language=request.LANGUAGE_CODE, now=now)


def _typed(request: HttpRequest, guest: Guest, forum: Forum, held: dict[str, object], parent: object) -> Typed:
    prior = (parent.language if isinstance(parent, Post) else "") or content_code(request.LANGUAGE_CODE)
    return Typed(
        writer=guest,
        text=str(held["text"]),
        language=str(held["language"] or prior),
        is_sure_of_language=bool(held["language"]),
        state=first_state(guest, forum, f"{held.get('title', '')}\n{held['text']}"),
        token=held["token"],  # type: ignore[arg-type]
    )
