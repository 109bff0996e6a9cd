"""Banks in and out by file."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from courses.bank.forms import BringForm, TakeForm
from courses.exchange.actions import bring_in_questions
from courses.exchange.queries import written_bank
from courses.exchange.reporting import Report
from courses.formats.choices import MOST_ON_SCREEN, Format
from courses.formats.items import Unreadable
from courses.formats.reading import read_questions
from courses.questions.doors import for_writers


@require_http_methods(["GET", "HEAD", "POST"])
@for_writers
def questions_import(request: HttpRequest) -> HttpResponse:
    """Bring a file in and show what came of each question; the same file sent twice changes nothing the second time."""
    initial = {"folder": request.GET.get("folder", ""), "language": request.LANGUAGE_CODE.split("-", 1)[0]}
    form = BringForm(request.POST or None, request.FILES or None, initial=initial)
    report = _brought(request, form) if request.method == "POST" and form.is_valid() else None
    context = {"form": form, "report": report, "is_gift": report is not None and report.form == Format.GIFT}
    return render(request, "courses/bank/import.html", context, status=422 if form.is_bound and form.errors else 200)


def _brought(request: HttpRequest, form: BringForm) -> Report | None:
    told: dict[str, Any] = form.cleaned_data
    try:
        return bring_in_questions(
            found=read_questions(told["file"].read(), told["form"], MOST_ON_SCREEN),
            form=told["form"],
            language=told["language"],
            folder=told["folder"].strip("/"),
            onto=told["onto"].strip("/") or None,
            is_dry=told["is_dry"],
            by=cast("User", request.user),
            now=timezone.now(),
        )
    except Unreadable as reason:
        form.add_error("file", str(reason))
        return None


@require_safe
@for_writers
def questions_export(request: HttpRequest) -> HttpResponse:
    """Hand out the questions of a folder as a file; with `report` show instead what the format cannot hold."""
    form = TakeForm(request.GET)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("questions"))
    told = form.cleaned_data
    data, report = written_bank(told["form"], told["language"], told["folder"])
    if "report" in request.GET:
        query = request.GET.copy()
        query.pop("report")
        return render(request, "courses/bank/export.html", {"report": report, "query": query.urlencode(), "folder": told["folder"]})
    kind, end = ("text/plain; charset=utf-8", "txt") if told["form"] == Format.GIFT else ("application/xml", "xml")
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="questions-{told["language"]}.{end}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
