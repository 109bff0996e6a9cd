"""A reader raises an alarm: a member, or a stranger, who is slowed down."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from forums.alarms.forms import ReportForm
from forums.discussions.models import Post
from forums.doors.gate import address_of, at_the_door, post_for
from forums.moderation.actions import report
from forums.moderation.choices import Reason
from forums.moderation.rules import can_report
from limits.actions import hit, hit_person
from limits.queries import address_of as network_of
from limits.queries import range_of

HOUR = 60 * 60
ALARMS = {"limit": 20, "range_limit": 60, "seconds": HOUR}
# What one person, and one network of strangers, may hide in an hour before moderators have looked.
MOST_HIDDEN, MOST_HIDDEN_BY_STRANGERS = 10, 3


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_door
def post_report(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Report a post."""
    post, topic = post_for(request, uid)
    if not can_report(request.user, post):
        return render(request, "forums/refused.html", status=403)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if _raise(request, post, form, timezone.now()):
            messages.success(request, _("Thank you. Moderators look at it."))
            return HttpResponseRedirect(reverse("topic", args=[topic.uid]) if _is_read(post) else reverse("forum", args=[topic.forum.uid]))
        form.add_error(None, _("Many reports came from here within an hour. Moderators are looking; please come back a little later."))
    context = {"form": form, "post": post, "topic": topic, "back": address_of(post)}
    return render(request, "forums/report.html", context, status=422 if form.is_bound else 200)


def _raise(request: HttpRequest, post: Post, form: ReportForm, now: datetime) -> bool:
    """Raise the alarm; return False where too many came from here. Children are never slowed down: only hiding at once is."""
    held, reason = form.cleaned_data, Reason(form.cleaned_data["reason"])
    reporter, network = (request.user if isinstance(request.user, User) else None), network_of(request)
    who = str(reporter.pk) if reporter else f"stranger {range_of(network)}"
    if reason != Reason.CHILD and not hit_person(name="forums-report", account=who, address=network, now=now, **ALARMS).allowed:
        return False
    most = MOST_HIDDEN if reporter else MOST_HIDDEN_BY_STRANGERS
    may_hide = reason == Reason.CHILD and hit(name="forums-hide", key=who, limit=most, seconds=HOUR, now=now).allowed
    if reason == Reason.CHILD and not may_hide and not hit(name="forums-ring", key=who, limit=30, seconds=HOUR, now=now).allowed:
        return False  # moderators have been rung forty times from here: more mails help nobody
    report(post=post, reporter=reporter, reason=reason, words=held["words"], may_hide=may_hide, now=now)
    return True


def _is_read(post: Post) -> bool:
    """Return whether the topic is still read after what an alarm may have hidden."""
    post.topic.refresh_from_db(fields=["state"])
    return post.topic.state == "published"
