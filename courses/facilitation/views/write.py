"""A message to all, to those who were picked, to one: written, looked at, sent."""

from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.markup.rendering import render as as_html
from courses.cohorts.screens import Picked, frame, picked
from courses.cohorts.standings import Row
from courses.editions.models import Edition, StaffAct
from courses.evaluation.entry import for_those_who_run
from courses.facilitation.actions import write_message
from courses.facilitation.actions.write import VERB
from courses.facilitation.forms import MessageForm

SHOWN = 20  # earlier messages


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_run
def write_page(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Write to people of the cohort: a form, then the message as it will be read, then it goes."""
    now = timezone.now()
    found, rows = _readers(request, edition, now)
    step = request.POST.get("step", "") if request.method == "POST" else ""
    form, readers = MessageForm(request.POST or None, initial={"token": uuid4()}), sign_of(rows)
    is_ready = bool(step) and form.is_valid()
    if is_ready and (why_not := _why_not(request, step, rows, readers)):
        form.add_error(None, why_not)
        is_ready = False
    if step == "send" and is_ready:
        held = form.cleaned_data
        token = uuid5(held["token"], f"{readers} {held['subject']} {held['text']}")  # written anew on the same form it is another message
        people = [row.pk for row in rows]
        act = write_message(edition=edition, people=people, subject=held["subject"], text=held["text"], token=token, by=user, now=now)
        if act is not None:
            _say_sent(request, act)
            return HttpResponseRedirect(reverse("cohort-write", args=[edition.uid]))
    context = {
        "title": _("Write to learners"),
        "picked": found,
        "rows": rows,
        "form": form,
        "readers": readers,
        "is_to_one": "to" in request.GET,
        "preview": as_html(form.cleaned_data["text"]).html if is_ready and step == "preview" else "",
        "earlier": _earlier(edition),
    }
    status = 422 if step and not is_ready else 200
    return render(request, "courses/facilitation/write.html", frame(edition, "cohort-write", **context), status=status)


def sign_of(rows: list[Row]) -> str:
    """Return what tells these readers from any others: the page that is looked at bears it, and what is sent goes to them or to nobody."""
    return sha256(" ".join(sorted(str(row.uid) for row in rows)).encode()).hexdigest()[:32]


def _why_not(request: HttpRequest, step: str, rows: list[Row], readers: str) -> str:
    """Return why the message does not go to these; empty where it does."""
    if not rows:
        return _("Nobody fits what you picked: nothing was sent.")
    if step == "send" and request.POST.get("readers") != readers:
        return _("Those who fit now are not those whom you saw before: nothing was sent. Look at it again.")
    return ""


def _readers(request: HttpRequest, edition: Edition, now: datetime) -> tuple[Picked, list[Row]]:
    """Return the cohort, and those who will read. Raises Http404 for one who does not take part."""
    found = picked(request, edition, now)
    if "to" not in request.GET:
        return found, found.rows
    try:
        uid = UUID(request.GET["to"])
    except ValueError:
        raise Http404 from None
    rows = [row for row in found.everybody if row.uid == uid]
    if not rows:
        raise Http404
    return found, rows


def _say_sent(request: HttpRequest, act: StaffAct) -> None:
    number = act.data["number"]
    said = ngettext("The message goes to %(n)s person.", "The message goes to %(n)s people.", number)
    messages.success(request, said % {"n": number})


def _earlier(edition: Edition) -> list[dict[str, Any]]:
    rows = StaffAct.objects.filter(edition=edition, verb=VERB).select_related("by", "about")[:SHOWN]
    return [
        {"at": row.at, "subject": row.data.get("subject", ""), "number": row.data.get("number", 0), "by": row.by, "to": row.about}
        for row in rows
    ]
