"""Files and pictures of a contribution."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from content.contributing import actions, rules
from content.contributing.choices import AN_HOUR, FILES_AN_HOUR, MOST_FILES
from content.contributing.models import Contribution
from content.contributing.queries import uploads_of
from content.contributing.refusals import Gone, Refused
from content.filling.forms import FileForm
from content.filling.views.door import insist, may_repeat, of_mine, too_often


@require_http_methods(["GET", "HEAD", "POST"])
@of_mine
def contribution_files(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Show files and pictures; POST adds one."""
    form = FileForm()
    if request.method == "POST":
        insist(rules.can_write(request.user, contribution))
        form = FileForm(request.POST, request.FILES)
        if form.is_valid() and _added(request, contribution, form):
            messages.success(request, _("Added."))
            return redirect("contribution-files", contribution.uid)
    context = {
        "contribution": contribution,
        "form": form,
        "uploads": uploads_of(contribution),
        "most": MOST_FILES,
        "is_open": rules.can_write(request.user, contribution),
    }
    return render(request, "contributing/files.html", context, status=422 if form.errors else 200)


@require_POST
@of_mine
def contribution_file_remove(request: HttpRequest, contribution: Contribution, upload: UUID) -> HttpResponse:
    """Take a file out."""
    insist(rules.can_write(request.user, contribution))
    found = contribution.uploads.select_related("paper", "picture").filter(uid=upload).first()
    if found is None:
        raise Http404
    actions.remove_file(upload=found, now=timezone.now())
    messages.success(request, _("Removed."))
    return redirect("contribution-files", contribution.uid)


def _added(request: HttpRequest, contribution: Contribution, form: FileForm) -> bool:
    """Add the file; False where the form says why not."""
    if not may_repeat(request, "practice-file", FILES_AN_HOUR, AN_HOUR):
        too_often(form)
        return False
    by = cast("User", request.user)
    try:
        actions.add_file(contribution=contribution, **form.cleaned_data, by=by, now=timezone.now())
    except Gone:
        raise
    except Refused as no:
        form.add_error("file", no.sentence)
        return False
    return True
