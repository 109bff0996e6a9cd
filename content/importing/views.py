"""The editors' screens: bring a document in, see what became of it, tick leftovers off."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from content.importing.actions import Brought, bring_in, tick_off
from content.importing.forms import DocumentForm
from content.importing.models import ImportedDocument
from content.importing.queries import latest, leftovers_of, told_pieces
from content.importing.refusals import Refused
from content.importing.registry import kinds
from content.importing.rules import can_bring_in_somewhere, can_see, visible_to

MOST_ROWS = 20


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Show the form; on POST bring the document in, or only look at it. For those who may add pages."""
    if not can_bring_in_somewhere(request.user):
        raise PermissionDenied(_("Only those who add pages can bring documents in."))
    form = DocumentForm(request.POST or None, request.FILES or None, user=request.user)
    brought = _bring(request, form) if request.method == "POST" and form.is_valid() else None
    if brought is not None and brought.row is not None:
        messages.success(request, brought.outcome.label)
        return redirect("importing-report", brought.row.uid)
    context = {
        "form": form,
        "documents": latest(visible_to(request.user), MOST_ROWS),
        "report": brought.report if brought else None,
        "pieces": told_pieces(brought.report) if brought else [],
    }
    return TemplateResponse(request, "importing/bring.html", context)


def _bring(request: HttpRequest, form: DocumentForm) -> Brought | None:
    """Do what the form says; a refusal goes beside the field that it concerns."""
    given = form.cleaned_data
    try:
        return bring_in(
            document=given["document"],
            kind=kinds()[given["kind"]],
            language=given["language"],
            original=given["original"],
            parent=given["parent"],
            user=request.user,
            is_dry="look" in request.POST,
            now=timezone.now(),
        )
    except Refused as error:
        form.add_error(error.field or None, str(error))
        return None


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show where every piece of a document went; on POST tick leftovers off. For those who may edit the page."""
    document = get_object_or_404(ImportedDocument.objects.select_related("locale"), uid=uid)
    if not can_see(request.user, document):
        raise PermissionDenied(_("Only those who edit the page can see this."))
    if request.method == "POST":
        tick(request, document)
        messages.success(request, _("Saved."))
        return redirect("importing-report", uid)
    context = {
        "document": document,
        "page": document.page,
        "report": document.report,
        "pieces": told_pieces(document.report),
        "box": leftovers_of(document),
    }
    return TemplateResponse(request, "importing/report.html", context)


def tick(request: HttpRequest, document: ImportedDocument) -> int:
    """Tick off what the box on the screen says, where it was on the screen."""
    if request.POST.get("leftovers-of") != str(document.uid):
        return 0
    done = [int(position) for position in request.POST.getlist("leftovers-done") if position.isdecimal()]
    return tick_off(document=document, done=done, user=request.user, now=timezone.now())
