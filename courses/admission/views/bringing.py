"""People are brought in from a file: looked at first, then done in the background."""

from collections import Counter
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from courses.admission.actions import bring_people_later
from courses.admission.entries import Reading, Unreadable, read_people
from courses.admission.forms import FileForm
from courses.admission.queries import foretold
from courses.admission.tables import decoded
from courses.editions.entry import runs_it
from courses.editions.models import Edition
from courses.enrolment.actions import NEW, SAME
from courses.enrolment.standing import shut


@runs_it
def people_bring(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Take a file and show what would come of it; the second form, which holds its text, does it."""
    if why_not := shut(edition, timezone.now()):
        raise PermissionDenied(str(why_not.label))
    form = FileForm(request.POST or None, request.FILES or None, initial={"language": (edition.languages or ["pt"])[0]})
    context: dict[str, Any] = {"edition": edition, "form": form}
    if request.method == "POST" and form.is_valid():
        file, language, is_again = (form.cleaned_data[name] for name in ("file", "language", "is_again"))
        text = decoded(file.read()) if file else form.cleaned_data["text"]
        try:
            reading = read_people(text, language)
        except Unreadable as no:
            form.add_error("file", str(no))
        else:
            if "bring" in request.POST:
                return _brought(request, edition, reading, is_again)
            context |= _foretold(edition, reading, is_again) | {"text": text, "language": language, "is_again": is_again}
            return render(request, "courses/admission/preview.html", context)
    return render(request, "courses/admission/bring.html", context, status=422 if form.errors else 200)


def _brought(request: HttpRequest, edition: Edition, reading: Reading, is_again: bool) -> HttpResponse:
    bring_people_later(edition=edition, entries=reading.entries, by=cast("User", request.user), is_again=is_again)
    messages.success(request, _("The people are being enrolled and invited; this takes some minutes for thousands."))
    return HttpResponseRedirect(reverse("edition-people", args=[edition.uid]))


def _foretold(edition: Edition, reading: Reading, is_again: bool) -> dict[str, Any]:
    """Return how many would be enrolled, invited and so on, and every line that is left out with its sentence."""
    found = foretold(edition, reading.entries, is_again=is_again)
    counts = Counter(found.values())
    wrong = reading.faults | {
        line: f"{reading.entries[line].email}: {what.label}" for line, what in found.items() if what not in (*NEW, *SAME)
    }
    return {
        "counts": [(what.label, counts[what]) for what in (*NEW, *SAME) if counts[what]],
        "new": sum(counts[what] for what in NEW),
        "wrong": sorted(wrong.items()),
    }
