"""What the bank holds, and one question of it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.bank import queries
from courses.bank.forms import NewForm, SiftForm, TakeForm, languages
from courses.questions.actions import retire_question
from courses.questions.doors import for_writers
from courses.questions.models import Question
from courses.questions.queries import picture_addresses

SHOWN = 30


@require_safe
@for_writers
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions of a folder, sifted by words, kind and language, with the tree of folders."""
    form = SiftForm(request.GET)
    form.is_valid()
    wanted = form.cleaned_data
    page = Paginator(queries.sifted(wanted), SHOWN).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    language = wanted.get("language") or request.LANGUAGE_CODE
    context = {
        "form": form,
        "folder": wanted.get("folder") or "",
        "folders": queries.folders(),
        "page_obj": page,
        "entries": [queries.entry(row, language) for row in page],
        "query": query.urlencode(),
        "new": NewForm(initial={"language": language.split("-", 1)[0]}),
        "take": TakeForm(initial={"folder": wanted.get("folder"), "language": language.split("-", 1)[0]}),
    }
    return render(request, "courses/bank/questions.html", context)


@require_safe
@for_writers
def question(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a question as learners see it, in any of its languages and versions, with its answers."""
    found = get_object_or_404(Question, uid=uid)
    versions = list(found.versions.select_related("by").order_by("-number"))
    number = request.GET.get("version", "")
    version = next((one for one in versions if str(one.number) == number), versions[0] if versions else None)
    language = request.GET.get("language") or request.LANGUAGE_CODE
    held = list(found.texts.order_by("pk").values_list("language", flat=True))
    context = {
        "question": found,
        "versions": versions,
        "version": version,
        "preview": queries.preview(version, language, picture_addresses([found.pk]).get(found.pk, {})) if version else None,
        "languages": [(code, name, code in held, bool(version and code in version.texts)) for code, name in languages()],
    }
    return render(request, "courses/bank/question.html", context)


@require_POST
@for_writers
def question_retire(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask a question no more, or again."""
    found = get_object_or_404(Question, uid=uid)
    is_retired = "again" not in request.POST
    if retire_question(question=found, is_retired=is_retired, now=timezone.now()):
        messages.success(request, _("It is asked no more; attempts that hold it keep it.") if is_retired else _("It is asked again."))
    return HttpResponseRedirect(reverse("bank-question", args=[uid]))
