"""The language of a post, corrected by one tap."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.audience.gate import turn_away
from forums.discussions.actions import say_language
from forums.discussions.choices import Source
from forums.discussions.models import Post
from forums.doors.gate import address_of, at_the_door, post_for
from forums.languages.actions import vote
from forums.languages.forms import LanguageForm
from forums.languages.rules import can_say_language, own_source
from limits.actions import hit

MOST_AN_HOUR = 60  # words about languages that one person has


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def post_language(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say in which language a post is: its writer's word and a moderator's count at once, a reader's with two others."""
    post, _topic = post_for(request, uid)
    user = request.user
    if not isinstance(user, User):
        return turn_away(request)
    if request.method != "POST":
        return _page(request, post, LanguageForm())
    form = LanguageForm(request.POST)
    if not can_say_language(user, post):
        return _page(request, post, LanguageForm(), status=403)
    if not form.is_valid():
        return _page(request, post, form, status=422)
    now = timezone.now()
    if not hit(name="post language", key=f"account {user.pk}", limit=MOST_AN_HOUR, seconds=3600, now=now).allowed:
        messages.warning(request, _("That was a lot in a short time. Please go on in an hour."))
        return _page(request, post, form, status=429)
    return _said(request, user, post, form.cleaned_data["language"])


def _said(request: HttpRequest, user: User, post: Post, language: str) -> HttpResponse:
    """Take note of what was said, with a word about what it does."""
    source = own_source(user, post)
    if source == Source.READERS:
        changed = vote(post=post, user=user, language=language) or post.language == language
    else:
        changed = say_language(post=post, language=language, source=source)
    if changed:
        messages.success(request, _("Saved."))
    else:
        messages.info(request, _("Thank you. The language changes when three readers say the same."))
    return HttpResponseRedirect(address_of(post))


def _page(request: HttpRequest, post: Post, form: LanguageForm, status: int = 200) -> HttpResponse:
    """Show the post and the languages; without buttons where somebody has said it with more right."""
    context = {
        "post": post,
        "topic": post.topic,
        "form": form,
        "choices": form.fields["language"].choices,  # type: ignore[attr-defined]
        "can_say": can_say_language(request.user, post),
        "back": address_of(post),
    }
    return render(request, "forums/language.html", context, status=status)
