"""What a quiz asks."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from content.pages.addresses import address
from courses.assessment.models import QuizItem, QuizPage
from courses.assessment.queries import items_of
from courses.marking import actions, queries
from courses.marking.doors import for_writers, quiz_for_staff
from courses.marking.forms import DrawForm, SearchForm, folders
from courses.questions.models import Question


@require_http_methods(["GET", "HEAD", "POST"])
@for_writers
def quiz_items(request: HttpRequest, key: UUID) -> HttpResponse:
    """List what a quiz asks, find questions of the bank; POST adds, draws, moves or removes."""
    quiz = quiz_for_staff(key)
    held = folders()
    draw = DrawForm(request.POST if "draw" in request.POST else None, folders=held)
    if request.method == "POST" and _changed(request, quiz, draw):
        return HttpResponseRedirect(reverse("quiz-items", args=[key]))
    search = SearchForm(request.GET or None, folders=held)
    asks = search.is_bound and search.is_valid()
    results = list(queries.found(search.cleaned_data["q"], search.cleaned_data["folder"], key)) if asks else []
    items = list(items_of(key))
    stems = queries.stems([*(item.question for item in items if item.question), *results])
    context = {
        "quiz": quiz,
        "quiz_url": address(quiz.url_path, request) if quiz.live else "",
        "items": [_row(item, place, stems, held) for place, item in enumerate(items, start=1)],
        "found": [(question, *stems.get(question.pk, ("", ""))) for question in results],
        "has_searched": asks,
        "search": search,
        "draw": draw,
    }
    return render(request, "courses/marking/quiz_items.html", context, status=422 if draw.is_bound and draw.errors else 200)


def _row(item: QuizItem, place: int, stems: dict[int, tuple[str, str]], held: dict[str, int]) -> dict[str, object]:
    code, stem = stems.get(item.question_id or 0, ("", ""))
    return {"item": item, "place": place, "code": code, "stem": stem, "held": held.get(item.folder, 0)}


def _changed(request: HttpRequest, quiz: QuizPage, draw: DrawForm) -> bool:
    """Do what was pressed. Returns False where something is to be said beside a field."""
    by, now, post = cast("User", request.user), timezone.now(), request.POST
    number = post.get("item", "")
    item_id = int(number[:18]) if number.isdecimal() else 0
    if "add" in post:
        question = get_object_or_404(Question.objects.usable(), uid=_uuid(post["add"]))
        actions.add_question(quiz=quiz, question=question, by=by, now=now)
    elif "draw" in post:
        if not draw.is_valid():
            return False
        actions.add_folder(quiz=quiz, folder=draw.cleaned_data["folder"], draw=draw.cleaned_data["draw"], by=by, now=now)
    elif "remove" in post:
        actions.remove(quiz=quiz, item_id=item_id, by=by, now=now)
    elif post.get("to", "").isdecimal():
        actions.move(quiz=quiz, item_id=item_id, to=int(post["to"][:4]), by=by, now=now)
    messages.success(request, _("Saved. Attempts under way keep their questions."))
    return True


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
