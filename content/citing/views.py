"""One practice, or one version of it, taken along: cited or printed."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from content.citing import linked, styles
from content.citing.printing import render_pdf
from content.citing.queries import cited
from content.citing.record import Record
from content.citing.slowing import slowly
from content.pages.addresses import content_code

PAPERS = 60  # for one account, or one network of strangers


class Form(NamedTuple):
    """One way of citing: what writes it, its type, the ending of its file."""

    write: Callable[[Record], str]
    kind: str
    ending: str


FORMS = {
    "apa": Form(styles.as_apa_line, "text/plain", "txt"),
    "bibtex": Form(styles.as_bibtex, "application/x-bibtex", "bib"),
    "ris": Form(styles.as_ris, "application/x-research-info-systems", "ris"),
    "csl": Form(styles.as_csl, "application/vnd.citationstyles.csl+json", "json"),
    "jsonld": Form(linked.as_json_ld, "application/ld+json", "jsonld"),
}


@require_safe
def practice_citation(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """Cite a practice, or one version of it. What was withdrawn still resolves. Raises Http404 for what this person may not read."""
    chosen = FORMS.get(form)
    if chosen is None:
        raise Http404
    record = _record_for(request, key)
    answer = HttpResponse(chosen.write(record), content_type=f"{chosen.kind}; charset=utf-8")
    way = "inline" if form in ("apa", "jsonld") else "attachment"
    answer["Content-Disposition"] = f'{way}; filename="{styles.label(record)}.{chosen.ending}"'
    patch_cache_control(answer, private=True)
    return answer


@require_safe
@slowly("practice-pdf", PAPERS)
def practice_pdf(request: HttpRequest, key: UUID) -> HttpResponse:
    """Print a practice, or one version of it, in the form of the house. Raises Http404 for what this person may not read."""
    record = _record_for(request, key)
    answer = HttpResponse(render_pdf(record), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{styles.label(record)}.pdf"'
    patch_cache_control(answer, private=True)
    return answer


def _record_for(request: HttpRequest, key: UUID) -> Record:
    record = cited(key, user=request.user, language=content_code(get_language()))
    if record is None:
        raise Http404
    return record
