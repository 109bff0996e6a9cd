"""One case: decided, taken back, its text changed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from forums.desk.cases import case_of, language_of
from forums.desk.entry import post_of, staff_only
from forums.desk.forms import AmendForm, VerdictForm
from forums.desk.queries import with_record
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.doors.gate import address_of, at_the_door
from forums.moderation import actions
from forums.moderation.actions.decide import DecidedBefore
from forums.moderation.choices import FITTING, Reason, Verb
from forums.moderation.models import Decision, Phrase
from forums.moderation.rules import can_decide, can_suspend, can_undo


@require_safe
@at_the_door
@staff_only
def post_case(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Show one post with all that a moderator may do with it, and what was decided about it before."""
    return _case(request, user, post_of(request, uid))


@require_POST
@at_the_door
@staff_only
def post_decide(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Decide about a post, and go on with the next case."""
    post, form = post_of(request, uid), VerdictForm(request.POST)
    if not can_decide(user, post):
        messages.warning(request, _("The writer has taken this message back, or not confirmed it: there is nothing to decide."))
        return _onwards(request, form)
    if not form.is_valid() or Verb(form.cleaned_data["verb"]) not in FITTING:
        return _case(request, user, post, form)
    held, verb = form.cleaned_data, Verb(form.cleaned_data["verb"])
    try:
        seen, words = str(held["seen"] or ""), form.told(language_of(post))
        actions.decide(post=post, verb=verb, moderator=user, reason=held["reason"], words=words, seen=seen, now=timezone.now())
    except DecidedBefore as faster:
        messages.warning(request, _said(faster.decision))
    else:
        messages.success(request, _("Decided: %(what)s. The writer is told in ten minutes.") % {"what": verb.label})
    return _onwards(request, form)


@require_POST
@at_the_door
@staff_only
def decision_undo(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Take back one's own decision within ten minutes."""
    decision = get_object_or_404(Decision, uid=uid, moderator=user)
    now = timezone.now()
    if can_undo(user, decision, now) and actions.undo(decision=decision, now=now):
        messages.success(request, _("Taken back."))
    else:
        messages.warning(request, _("This can no longer be taken back: ten minutes are over, or something was decided since. Decide anew."))
    return _onwards(request, None, anchor=f"c{decision.post.uid}" if decision.post else "")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
@staff_only
def post_amend(request: HttpRequest, user: User, uid: UUID) -> HttpResponse:
    """Change somebody's text and say why."""
    post = post_of(request, uid)
    form = AmendForm(request.POST or None, initial={"text": post.text})
    if request.method == "POST" and form.is_valid() and post.state != State.DELETED:
        held = form.cleaned_data
        text = held["text"].replace("\r\n", "\n").strip()
        words = form.told(language_of(post))
        actions.amend(post=post, text=text, moderator=user, reason=held["reason"], words=words, now=timezone.now())
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(address_of(post))
    context = {"form": form, "post": post, "title": _("Change somebody’s message"), "back": address_of(post), "button": _("Save")}
    return render(request, "forums/desk_form.html", context, status=422 if form.is_bound else 200)


def _case(request: HttpRequest, user: User, post: Post, form: VerdictForm | None = None) -> HttpResponse:
    now = timezone.now()
    shown = with_record(Post.objects.filter(pk=post.pk), now).get()
    decisions = list(Decision.objects.filter(post=post).select_related("moderator")[:50])
    context = {
        "case": case_of(shown),
        "decisions": decisions,
        "undoable": next((one for one in decisions if can_undo(user, one, now)), None),
        "may_suspend": can_suspend(user) and (post.author_id or post.guest_id),
        "back": address_of(post),
        "phrases": list(Phrase.objects.all()),
        "reasons": Reason.choices,
        "typed": form,
        "from": "case",
    }
    return render(request, "forums/case.html", context, status=422 if form else 200)


def _onwards(request: HttpRequest, form: VerdictForm | None, anchor: str = "") -> HttpResponse:
    """Lead back to the page on which the decision was made, to the case that follows."""
    where = request.POST.get("from", "")
    url = reverse("forums-queue") if where == "admin" else reverse("queue")
    language = request.POST.get("language", "")[:8]
    following = form.cleaned_data.get("following") if form is not None and form.is_bound and form.is_valid() else None
    mark = f"c{following}" if following else anchor or "queue"
    return HttpResponseRedirect(f"{url}{'?' + urlencode({'language': language}) if language else ''}#{mark}")


def _said(decision: Decision | None) -> str:
    """Return who was faster, and what she decided."""
    if decision is None or decision.moderator is None:
        return _("This message no longer stands as you saw it. Look at it again.")
    told = {"name": decision.moderator.name, "what": decision.get_verb_display(), "when": date_format(decision.decided_at, "H:i")}
    return _("%(name)s was faster: %(what)s at %(when)s. Your decision was not needed.") % told
