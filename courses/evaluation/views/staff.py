"""What those who run an edition ask, and what was answered."""

import csv
from io import StringIO
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from courses.completion.queries import outline
from courses.editions.models import Edition
from courses.evaluation.actions import change_questionnaire
from courses.evaluation.asking import MOST
from courses.evaluation.entry import for_those_who_run
from courses.evaluation.forms import SheetForm, question_forms, questions_in
from courses.evaluation.models import Questionnaire
from courses.evaluation.queries import before_and_after, figures_of, is_answered, questions_of
from courses.evaluation.showing import shown_questions, shown_tests
from courses.evaluation.tabling import BOM, harmless


@require_safe
@for_those_who_run
def evaluation_figures(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Show what was answered, and what was known before and after."""
    report = edition.report or {}
    figures = report.get("evaluation") or figures_of(edition)
    tests = report.get("tests") or before_and_after(edition, outline(edition.course_key, request))
    context = {
        "edition": edition,
        "figures": figures,
        "questions": shown_questions(figures, get_language() or "en"),
        "tests": tests,
        "chart": shown_tests(tests),
        "may_change": not edition.is_closed and not is_answered(edition),
    }
    return render(request, "courses/evaluation/figures.html", context)


@require_safe
@for_those_who_run
def evaluation_csv(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Give the figures as a file: how often each value was given, then open answers; never one person's set of answers."""
    figures = (edition.report or {}).get("evaluation") or figures_of(edition)
    sink = StringIO()
    writer = csv.writer(sink, delimiter="," if get_language() == "en" else ";")
    writer.writerow([_("Question"), _("Answer"), _("Number"), _("Mean")])
    for question in shown_questions(figures, get_language() or "en"):
        if question["number"] is None:
            writer.writerow([harmless(question["title"]), _("hidden: fewer than 5 people"), "", ""])
            continue
        rows: list[list[Any]] = [[option["label"], option["number"], ""] for option in question["options"]]
        rows += [[text, "", ""] for text in question["texts"]]
        if rows and question["mean"] is not None:
            rows[0][2] = question["mean"]
        writer.writerows([harmless(value) for value in (question["title"], *row)] for row in rows)
    answer = HttpResponse((BOM + sink.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="evaluation-{edition.uid}.csv"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who_run
def evaluation_edit(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Change what is asked, until somebody has answered."""
    if edition.is_closed or is_answered(edition):
        messages.warning(request, _("Somebody has answered, or the edition is closed: the questions do not change any more."))
        return HttpResponseRedirect(reverse("evaluation-figures", args=[edition.uid]))
    data = request.POST if request.method == "POST" else None
    sheet = Questionnaire.objects.filter(edition=edition).first()
    head = SheetForm(data, initial={"opens_on": sheet.opens_on if sheet else None})
    typed = question_forms(questions_of(edition), data)
    wrong = [form for form in (head, *typed) if not form.is_valid()] if data is not None else []  # each is asked: each shows its errors
    if data is not None and not wrong:
        questions = questions_in(typed)
        if why_not := _why_not(questions):
            head.add_error(None, why_not)
        else:
            change_questionnaire(edition=edition, questions=questions, opens_on=head.cleaned_data["opens_on"], by=user, now=timezone.now())
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(reverse("evaluation-edit", args=[edition.uid]))
    context = {"edition": edition, "head_form": head, "forms": typed}
    return render(request, "courses/evaluation/edit.html", context, status=422 if data is not None else 200)


def _why_not(questions: list[dict[str, Any]]) -> str:
    """Return why these cannot be a questionnaire; empty where they can."""
    if not questions:
        return _("Leave one question at least.")
    if len(questions) > MOST:
        return _("A questionnaire has at most %(number)s questions.") % {"number": MOST}
    return _("This form was changed on its way. Load the page again.") if len({one["id"] for one in questions}) < len(questions) else ""
