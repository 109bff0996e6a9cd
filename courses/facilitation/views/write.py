"""A message to all, to those who were picked, to one: written, looked at, sent."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

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
    form = MessageForm(request.POST or None, initial={"token": uuid4()})
    is_ready = bool(step) and form.is_valid()
    if step == "send" and is_ready and rows:
        held = form.cleaned_data
        act = write_message(edition=edition, people=[row.pk for row in rows], by=user, now=now, **held)
        if act is not None:
            _say_sent(request, act)
            return HttpResponseRedirect(reverse("cohort-write", args=[edition.uid]))
    context = {
        "title": _("Write to learners"),
        "picked": found,
        "rows": rows,
        "form": form,
        "is_to_one": "to" in request.GET,
        "preview": as_html(form.cleaned_data["text"]).html if is_ready and step == "preview" else "",
        "earlier": _earlier(edition),
    }
    status = 422 if step and not is_ready else 200
    return render(request, "courses/facilitation/write.html", frame(edition, "cohort-write", **context), status=status)


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
