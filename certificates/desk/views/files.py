"""The certificates of an edition as files: a table, and all papers in ZIP files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from certificates.bundling.actions import ask_for_bundles
from certificates.bundling.choices import State
from certificates.bundling.listing import head, rows
from certificates.bundling.queries import bundle_with
from certificates.desk.entry import for_the_desk
from certificates.desk.queries import awards_of
from content.audience.gate import for_one_person
from courses.cohorts.export import as_csv
from courses.editions.models import Edition


@require_safe
@for_the_desk
def table(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Give the list as CSV, as it was picked; moments in the zone of the edition."""
    awards = awards_of(edition, state=request.GET.get("state", ""), words=request.GET.get("words", ""))
    separator = "," if get_language() == "en" else ";"
    content = as_csv(head(), rows(awards, edition.tz, timezone.now()), separator)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="certificates-{edition.uid}.csv"'
    return answer


@require_POST
@for_the_desk
def bundle_ask(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """Have all papers of the edition put into ZIP files, in the background."""
    if ask_for_bundles(edition=edition, by=user, now=timezone.now()):
        messages.success(request, _("The file is being made. Look again in some minutes."))
    else:
        messages.info(request, _("No certificate is issued yet."))
    return HttpResponseRedirect(f"{reverse('certificates-desk', args=[edition.uid])}#files")


@require_safe
@for_the_desk
def bundle_file(request: HttpRequest, user: User, edition: Edition, bundle_uid: UUID) -> HttpResponseBase:
    """Give a ZIP file to who runs the edition. Raises Http404 before it is made, after its time, and for one of another edition."""
    bundle = bundle_with(bundle_uid, edition)
    if bundle is None or bundle.state != State.READY or bundle.expires_at <= timezone.now():
        raise Http404
    try:
        file: Any = default_storage.open(bundle.file, "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"certificates-{edition.uid}-{bundle.part}.zip"
    response: Any = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Encoding"] = "identity"
    return for_one_person(response)
