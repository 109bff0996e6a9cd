"""How the questions of a quiz fared, as a page and as CSV."""

import csv
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from courses.assessment.queries import course_key_of
from courses.editions.models import LATEST_FIRST, Edition
from courses.marking import queries
from courses.marking.doors import quiz_for_staff
from courses.marking.figures import LEAST
from courses.marking.rules import can_see_figures, figures_visible_to

RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@require_safe
@never_cache
@login_required
def quiz_figures(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the figures of a quiz's questions, of `edition` or of all; `csv` in the address gives a table."""
    quiz = quiz_for_staff(key)
    course_key = course_key_of(quiz)
    seen = figures_visible_to(request.user).filter(course_key=course_key) if course_key else Edition.objects.none()
    editions = list(seen.distinct().order_by(*LATEST_FIRST))
    edition = _chosen(request, editions)
    if not can_see_figures(request.user, edition):
        raise PermissionDenied(_("This page is for those who run an edition of the course or write its questions."))
    rows = queries.fared(key, edition)
    if "csv" in request.GET:
        return _table(rows)
    context = {"quiz": quiz, "rows": rows, "editions": editions, "edition": edition, "least": LEAST}
    return render(request, "courses/marking/figures.html", {**context, "sees_all": can_see_figures(request.user, None)})


def _chosen(request: HttpRequest, editions: list[Edition]) -> Edition | None:
    """Return the edition that was asked for; for who may not see all together, her first. Raises Http404 for one that she may not see."""
    wanted = request.GET.get("edition", "")
    if wanted:
        found = next((edition for edition in editions if str(edition.uid) == wanted), None)
        if found is None:
            raise Http404
        return found
    return None if can_see_figures(request.user, None) or not editions else editions[0]


def _table(rows: list[queries.Fared]) -> HttpResponse:
    response = HttpResponse(
        "\ufeff", content_type="text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="questions.csv"'}
    )
    sheet = csv.writer(response)
    sheet.writerow([_("Question"), _("Name"), _("Answers"), _("Mean share of points"), _("Discrimination"), _("Options chosen")])
    for row in rows:
        options = "; ".join(f"{text}: {count}" for text, count, _right in row.options)
        made = row.figures
        numbers = ["" if number is None else f"{number:.3f}" for number in (made.difficulty, made.discrimination)]
        sheet.writerow([_harmless(cell) for cell in (row.stem, row.question.name, str(made.answers), *numbers, options)])
    return response


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, also after spaces and in wide signs; a negative number stays one."""
    is_number = cell.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.lstrip().startswith(RUNS) and not is_number else cell
