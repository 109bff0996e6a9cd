"""Notes of one's own."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.people.signed_in import person_of
from content.audience.rules import is_member
from courses.learning import actions, queries
from courses.learning.forms import NoteForm
from courses.learning.queries import NoteRow
from forums.drafts.actions import tell_arrived


@require_safe
@never_cache
@login_required
def my_notes(request: HttpRequest) -> HttpResponse:
    """Show all that one noted."""
    rows = queries.notes_of(person_of(request), language=request.LANGUAGE_CODE, request=request)
    return render(request, "courses/learning/notes.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def note(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show and change what one noted on a unit. Raises Http404 for what is no unit and holds no note of hers."""
    row = _row(request, key)
    form = NoteForm(request.POST or None, initial={"text": row.note.text if row.note else "", "token": uuid4()})
    if request.method == "POST" and form.is_valid():
        kept = actions.save_note(person=person_of(request), unit_key=key, text=form.cleaned_data["text"], now=timezone.now())
        messages.success(request, _("Saved.") if kept else _("The note is removed."))
        answer = HttpResponseRedirect(reverse("learning-note", args=[key]) if row.url or kept else reverse("learning-notes"))
        if form.cleaned_data["token"]:
            tell_arrived(answer=answer, token=form.cleaned_data["token"])
        return answer
    context = {"row": row, "form": form, "saved_at": row.note.saved_at.timestamp() if row.note else 0}
    return render(request, "courses/learning/note.html", context, status=422 if form.is_bound else 200)


@require_POST
def note_draft(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep what is being typed: the script's own POST, answered with 204. An emptied field removes nothing before it is saved."""
    if not is_member(request.user):
        raise PermissionDenied
    _row(request, key)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    if form.cleaned_data["text"].strip():
        actions.save_note(person=person_of(request), unit_key=key, text=form.cleaned_data["text"], now=timezone.now())
    return HttpResponse(status=204)


def _row(request: HttpRequest, key: UUID) -> NoteRow:
    """Return the unit with one's own note on it."""
    unit = queries.unit_named(key, language=request.LANGUAGE_CODE, request=request)
    held = queries.note_of(person_of(request), key)
    if unit is None and held is None:
        raise Http404
    return NoteRow(key, unit.title, unit.url, unit.code, held) if unit else NoteRow(key, "", "", "", held)
