"""Any result of the library as a table."""

from collections.abc import Callable, Iterable, Iterator

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.citing.queries import records_in_turn
from content.citing.record import Record
from content.citing.slowing import slowly
from content.exporting import codebook, tables
from content.exporting.legend import legend
from content.library.asking import Asked
from content.library.queries import Found, find
from content.pages.addresses import content_code, full

MOST_OF_A_BOOK = 5000  # practices; a workbook is made in memory
TABLES = 20  # for one account, or one network of strangers
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@slowly("practice-export", TABLES)
def practice_export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Give every practice that the library finds for this address, in the reader's language where there is one."""
    found = find(Asked.read(request.GET), user=request.user, language=get_language() or "pt")
    makers: dict[str, Callable[[HttpRequest, Found], HttpResponseBase]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
    if form not in makers:
        raise Http404
    answer = makers[form](request, found)
    if answer.status_code == 200:
        answer["Content-Disposition"] = f'attachment; filename="practices-{timezone.now():%Y-%m-%d}.{form}"'
    patch_cache_control(answer, private=True)
    return answer


@require_safe
def practice_codebook(request: HttpRequest) -> HttpResponse:
    """Explain the columns of the tables, as a table."""
    rows = codebook.codebook(legend(content_code(get_language())))
    answer = HttpResponse("".join(tables.as_csv(codebook.HEAD, rows)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="practices-codebook.csv"'
    return answer


def _records(request: HttpRequest, found: Found) -> Iterator[Record]:
    return records_in_turn(found.all_keys(), user=request.user, language=content_code(get_language()))


def _rows(request: HttpRequest, found: Found) -> Iterable[list[tables.Value]]:
    return (codebook.row_of(record) for record in _records(request, found))


def _csv(request: HttpRequest, found: Found) -> HttpResponseBase:
    return StreamingHttpResponse(tables.as_csv(codebook.NAMES, _rows(request, found)), content_type="text/csv; charset=utf-8")


def _xlsx(request: HttpRequest, found: Found) -> HttpResponseBase:
    if found.total > MOST_OF_A_BOOK:
        words = _("A workbook holds up to %(most)s practices. Narrow the question, or take CSV.") % {"most": MOST_OF_A_BOOK}
        return render(request, "citing/sentence.html", {"sentence": words}, status=422)
    words_of = codebook.codebook(legend(content_code(get_language())))
    sheets = [("practices", codebook.NAMES, _rows(request, found)), ("codebook", codebook.HEAD, words_of)]
    return HttpResponse(tables.as_xlsx(sheets), content_type=SHEET)


def _json(request: HttpRequest, found: Found) -> HttpResponseBase:
    columns = [dict(zip(codebook.HEAD, row, strict=True)) for row in codebook.codebook(legend(content_code(get_language())))]
    head = {
        "site": full("/"),
        "asked": found.asked.query,
        "total": found.total,
        "exported_at": timezone.now().isoformat(timespec="seconds"),
        "codebook": columns,
    }
    rows = (codebook.as_object(record) for record in _records(request, found))
    return StreamingHttpResponse(tables.as_json(head, rows), content_type="application/json")
