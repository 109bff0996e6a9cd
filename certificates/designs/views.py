"""The sample of a template, drawn."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from certificates.designs.forms import LANGUAGES
from certificates.designs.models import Template
from certificates.designs.rules import can_prepare, can_sign
from certificates.designs.samples import sample_sheet
from certificates.printing.engine import NoLetters, render_pdf, render_png

TYPES = {"png": "image/png", "pdf": "application/pdf"}
PIXELS = 1200


@require_safe
def sample(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Draw a sample of this template as PNG or PDF, for those who prepare templates."""
    if kind not in TYPES:
        raise Http404
    if not can_prepare(request.user):
        raise PermissionDenied
    template = get_object_or_404(Template.objects.select_related("issuer"), pk=pk)
    languages = [code for code, _name in LANGUAGES if code in request.GET.getlist("language")]
    sheet = sample_sheet(template, name=request.GET.get("name", ""), languages=languages, shows_signatures=can_sign(request.user))
    try:
        content = render_png(sheet, page_width_px=PIXELS) if kind == "png" else render_pdf(sheet, at=timezone.now()).data
    except NoLetters as error:
        return HttpResponse(str(error), status=422, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(content, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'inline; filename="sample.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
