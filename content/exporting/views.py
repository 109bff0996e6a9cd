"""Practices taken along: one cited or printed, or any result of the library as a table."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.exporting import citing, codebook, linked, tables
from content.exporting.legend import legend
from content.exporting.printing import render_pdf
from content.exporting.queries import cited, records_in_turn
from content.exporting.record import Record
from content.library.asking import Asked
from content.library.queries import Found, find
from content.pages.addresses import content_code, full
from limits.actions import hit
from limits.queries import address_of, range_of

MOST_OF_A_BOOK = 5000  # practices; a workbook is made in memory
SECONDS, TABLES, PAPERS = 600, 20, 60  # so many for one account, or one network of strangers
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
View = Callable[..., HttpResponseBase]


class Form(NamedTuple):
    """One way of citing: what writes it, its type, the ending of its file."""

    write: Callable[[Record], str]
    kind: str
    ending: str


FORMS = {
    "apa": Form(citing.as_apa_line, "text/plain", "txt"),
    "bibtex": Form(citing.as_bibtex, "application/x-bibtex", "bib"),
    "ris": Form(citing.as_ris, "application/x-research-info-systems", "ris"),
    "csl": Form(citing.as_csl, "application/vnd.citationstyles.csl+json", "json"),
    "jsonld": Form(linked.as_json_ld, "application/ld+json", "jsonld"),
}


def slowly(name: str, limit: int) -> Callable[[View], View]:
    """Slow down whoever asks for what is dear to make too often: 429 with a sentence."""

    def around(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            who = f"account {request.user.pk}" if request.user.is_authenticated else range_of(address_of(request))
            verdict = hit(name=name, key=who, limit=limit, seconds=SECONDS, now=timezone.now())
            if not verdict.allowed:
                words = _("Many files were asked for from here. Please come back in some minutes.")
                answer = render(request, "exporting/sentence.html", {"sentence": words}, status=429)
                answer["Retry-After"] = str(verdict.retry_after)
                return answer
            return view(request, *args, **kwargs)

        return counted

    return around


@require_safe
def practice_citation(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """Cite a practice, or one version of it. What was withdrawn still resolves. Raises Http404 for what this person may not read."""
    chosen = FORMS.get(form)
    if chosen is None:
        raise Http404
    record = _record_for(request, key)
    answer = HttpResponse(chosen.write(record), content_type=f"{chosen.kind}; charset=utf-8")
    way = "inline" if form in ("apa", "jsonld") else "attachment"
    answer["Content-Disposition"] = f'{way}; filename="{citing.label(record)}.{chosen.ending}"'
    patch_cache_control(answer, private=True)
    return answer


@require_safe
@slowly("practice-pdf", PAPERS)
def practice_pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """Print a practice, or one version of it, in the form of the house. Raises Http404 for what this person may not read."""
    record = _record_for(request, key)
    answer = HttpResponse(render_pdf(record), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{citing.label(record)}.pdf"'
    patch_cache_control(answer, private=True)
    return answer


def _record_for(request: HttpRequest, key: UUID) -> Record:
    record = cited(key, user=request.user, language=content_code(get_language()))
    if record is None:
        raise Http404
    return record


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
        return render(request, "exporting/sentence.html", {"sentence": words}, status=422)
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
