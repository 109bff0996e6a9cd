"""The desk among the editors' screens: the queue, who did what, settings of forums, message templates."""

import csv
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import User
from forums.boards.rules import MODERATE
from forums.desk.entry import staff_only
from forums.desk.views import queue_page
from forums.moderation.models import Decision

SHOWN = 50


@require_safe
@staff_only
def queue(request: HttpRequest, user: User) -> HttpResponse:
    """Show the queue in the editors' frame."""
    more = {"from": "admin", "page_title": _("Moderation queue"), "header_icon": "tick-inverse"}
    return queue_page(request, user, "forums/queue_admin.html", **more)


@require_safe
def report(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Show who did what, in a period; `?export=csv` sends it as a file."""
    if not request.user.has_perm(MODERATE):
        raise PermissionDenied
    found = _asked(request).select_related("moderator", "user", "guest", "post__topic", "topic")
    if request.GET.get("export") == "csv":
        answer = StreamingHttpResponse(_lines(found), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="decisions.csv"'
        return answer
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "page_title": _("Moderation: who did what"),
        "header_icon": "tick-inverse",
        "decisions": Paginator(found, SHOWN).get_page(request.GET.get("p")),
        "begin": request.GET.get("from", ""),
        "end": request.GET.get("to", ""),
        "query": query.urlencode(),
    }
    return render(request, "forums/decisions_report.html", context)


def _asked(request: HttpRequest) -> "QuerySet[Decision]":
    """Return the decisions of the period that is asked for, both days included; a word that is no day asks for nothing."""
    found = Decision.objects.all()
    begin, end = _day(request.GET.get("from", "")), _day(request.GET.get("to", ""))
    if begin:
        found = found.filter(decided_at__gte=make_aware(datetime.combine(begin, time.min)))
    if end:
        found = found.filter(decided_at__lte=make_aware(datetime.combine(end, time.max)))
    return found


def _day(word: str) -> Any:
    try:
        return parse_date(word)
    except ValueError:
        return None


class _Echo:
    """Returns what is written to it, so that a line is sent as soon as it is made."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


def _lines(decisions: "QuerySet[Decision]") -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow([_("When"), _("Moderator"), _("Decision"), _("Reason"), _("Topic"), _("Taken back")])
    for one in decisions.iterator(chunk_size=500):
        topic = one.post.topic if one.post else one.topic
        row = [
            one.decided_at.isoformat(timespec="seconds"),
            str(one.moderator or ""),
            str(one.get_verb_display()),
            str(one.get_reason_display()),
            topic.title if topic else "",
            one.undone_at.isoformat(timespec="seconds") if one.undone_at else "",
        ]
        yield writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: str) -> str:
    """Return a cell that no table program takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
