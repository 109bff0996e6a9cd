"""Writing a question, in one language at a time, without JavaScript."""

from typing import Any, cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from courses.bank.actions import save_question
from courses.bank.forms import GENERAL, MORE, QuestionForm, languages, row_forms, typed_rows
from courses.bank.queries import source_language
from courses.bank.rows import Row, empty_rows, rows_of
from courses.bank.typed import as_typed
from courses.questions.actions import NotKept
from courses.questions.choices import Kind
from courses.questions.doors import for_writers
from courses.questions.models import Question
from courses.questions.pictures import NotTaken

NEW = "new:"
asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@for_writers
def question_new(request: HttpRequest) -> HttpResponse:
    """Write a new question; `kind` and `language` stand in the address."""
    kind, language = request.GET.get("kind", ""), request.GET.get("language", "")
    if kind not in Kind.values or language not in dict(languages()):
        raise Http404
    head = {"folder": request.GET.get("folder", ""), "once": uuid4()}
    if request.method == "POST" and (there := _there(request)):
        return _shown(there, language)
    try:
        return _edited(request, None, kind, language, head, empty_rows(kind, language))
    except IntegrityError:  # the same form, sent twice at once: the other one is there now
        if there := _there(request):
            return _shown(there, language)
        raise


def _there(request: HttpRequest) -> Question | None:
    """Return the question that this form made before."""
    once = request.POST.get("once", "")
    return Question.objects.filter(origin=f"{NEW}{once}").first() if once else None


def _shown(question: Question, language: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('bank-question', args=[question.uid])}?language={language}")


@asks
@for_writers
def question_edit(request: HttpRequest, uid: UUID, language: str) -> HttpResponse:
    """Change a question in the language that it was written in, or give it words in a further one."""
    question = get_object_or_404(Question, uid=uid)
    if language not in dict(languages()):
        raise Http404
    texts = {text.language: text.as_data() for text in question.texts.all()}
    words = texts.get(language, {})
    rows = rows_of(question.kind, question.shape, question.key, words)
    head = {name: as_typed(words.get(name, "")) for name in ("stem", *GENERAL)} | {"source": words.get("source", "")}
    head |= {"name": question.name, "folder": question.folder, "points": question.points}
    head |= {"is_shuffled": question.shape.get("is_shuffled"), "is_case_kept": question.shape.get("is_case_kept")}
    return _edited(request, question, question.kind, language, head, rows)


def _edited(
    request: HttpRequest, question: Question | None, kind: str, language: str, head: dict[str, Any], rows: list[Row]
) -> HttpResponse:
    source = source_language(question) if question else language
    is_translation = language != source
    has_more = not is_translation or kind == Kind.SHORT
    if request.method != "POST":
        form = QuestionForm(initial=head, kind=kind, is_translation=is_translation)
        lines = row_forms(kind, rows, is_translation=is_translation)
    elif "more" in request.POST and has_more:
        form = QuestionForm(initial=request.POST.dict() | _ticks(request), kind=kind, is_translation=is_translation)
        lines = row_forms(kind, [*typed_rows(request.POST), *({} for _more in range(MORE))])
    else:
        form = QuestionForm(request.POST, request.FILES, kind=kind, is_translation=is_translation)
        lines = row_forms(kind, rows, request.POST, is_translation=is_translation)
        if form.is_valid() and lines.is_valid() and (kept := _saved(request, question, kind, language, form, lines, is_translation)):
            return _shown(kept, language)
    context = {
        "question": question,
        "kind": Kind(kind),
        "form": form,
        "lines": lines,
        "language": language,
        "language_name": dict(languages())[language],
        "is_translation": is_translation,
        "has_more": has_more and kind != Kind.TRUE_FALSE,
        "general": [form[name] for name in ("right", "partly", "wrong", "after", "source")],
        "original": _original(question, source) if question and is_translation else None,
    }
    return render(request, "courses/bank/edit.html", context, status=422 if form.is_bound else 200)


def _ticks(request: HttpRequest) -> dict[str, bool]:
    return {name: name in request.POST for name in ("is_shuffled", "is_case_kept")}


def _saved(
    request: HttpRequest, question: Question | None, kind: str, language: str, form: QuestionForm, lines: Any, is_translation: bool
) -> Question | None:
    """Keep what was typed; say beside its field what is wrong."""
    try:
        kept = save_question(
            question=question,
            kind=kind,
            language=language,
            head=form.cleaned_data,
            rows=[line.cleaned_data for line in lines],
            is_translation=is_translation,
            origin=f"{NEW}{once}" if question is None and (once := form.cleaned_data.get("once")) else "",
            by=cast("User", request.user),
            now=timezone.now(),
        )
    except NotTaken as reason:
        form.add_error("picture", str(reason))
        return None
    except NotKept as refusal:
        for problem in refusal.problems:
            if problem.field == "stem":
                form.add_error("stem", problem.sentence)
            else:
                lines.non_form_errors().append(problem.sentence)
        return None
    messages.success(request, _("Saved."))
    return kept.question


def _original(question: Question, source: str) -> dict[str, Any]:
    """Return the words that are translated: the question, each line, what is said afterwards."""
    words = question.texts.get(language=source).as_data()
    rows = rows_of(question.kind, question.shape, question.key, words)
    return {
        "code": source,
        "stem": as_typed(words["stem"]),
        "rows": rows,
        "general": [as_typed(words[name]) for name in (*GENERAL, "source")],
    }
