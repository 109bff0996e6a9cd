"""One's own contributions, and how a new one is begun: empty, or from a filled form."""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from content.contributing import actions
from content.contributing.choices import AN_HOUR, BEGUN_AN_HOUR
from content.contributing.models import PartAnswers
from content.contributing.refusals import Refused
from content.contributing.rules import visible_to
from content.filling.forms import BeginForm, FilledForm
from content.filling.views.door import may_repeat, signed_in, too_often
from content.pages.addresses import content_code
from content.questionnaire.form import PARTS, Answers, completeness
from content.questionnaire.taking_in import Unfit, Unreadable, taken_in
from content.reviewing.queries import standings

PER_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def contributions(request: HttpRequest) -> HttpResponse:
    """Show what this person contributes; POST begins a new one."""
    here = content_code(request.LANGUAGE_CODE)
    form = BeginForm(request.POST or None, initial={"language": here})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if answer := _begun(request, form, given["language"], {"title": given["title"]}, []):
            return answer
    return _page(request, form, FilledForm())


@require_POST
@signed_in
def contribution_filled(request: HttpRequest) -> HttpResponse:
    """Begin a contribution with what a filled form says."""
    form = FilledForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            read = taken_in(given["file"], language=given["text_language"])
        except (Unreadable, Unfit) as error:
            form.add_error("file", str(error))
        else:
            known = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
            language = read.language if read.language in known else content_code(request.LANGUAGE_CODE)
            if answer := _begun(request, form, language, read.answers, read.leftovers):
                return answer
    return _page(request, BeginForm(initial={"language": content_code(request.LANGUAGE_CODE)}), form)


def _begun(request: HttpRequest, form: Any, language: str, answers: Answers, leftovers: list[dict[str, str]]) -> HttpResponse | None:
    """Begin and lead on; None where the form says why not."""
    if not may_repeat(request, "practice-begin", BEGUN_AN_HOUR, AN_HOUR):
        too_often(form)
        return None
    owner = cast("User", request.user)
    try:
        row = actions.begin(owner=owner, language=language, answers=answers, leftovers=leftovers, now=timezone.now())
    except Refused as no:
        form.add_error(None, no.sentence)
        return None
    if leftovers:
        messages.info(request, _("Read. Some words found no place: they stand at the end of this page."))
    return redirect("contribution", row.uid) if len(answers) > 1 else redirect("contribution-part", row.uid, PARTS[0].name)


def _page(request: HttpRequest, form: BeginForm, filled: FilledForm) -> HttpResponse:
    rows = visible_to(request.user).select_related("owner")
    page_obj = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    stands = standings([row.key for row in page_obj])
    answers: dict[int, Answers] = {}
    for part in PartAnswers.objects.filter(contribution__in=[row.pk for row in page_obj]):
        answers.setdefault(part.contribution_id, {}).update(part.answers)
    entries = [{"row": row, "standing": stands.get(row.key), "percent": completeness(answers.get(row.pk, {}))} for row in page_obj]
    context = {"form": form, "filled": filled, "entries": entries, "page_obj": page_obj}
    return render(request, "contributing/contributions.html", context, status=422 if form.errors or filled.errors else 200)
