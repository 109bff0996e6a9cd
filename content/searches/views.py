"""The searches that one keeps, and the feed of any search."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from content.audience.gate import turn_away
from content.library.asking import Asked
from content.library.facets import chips
from content.library.queries import find
from content.searches.actions import drop, save
from content.searches.forms import SaveForm
from content.searches.refusals import Refused
from content.searches.rules import can_save, visible_to
from limits.actions import hit

NAMED = 60  # characters of a name that we propose
SAVES, HOUR = 60, 3600


@never_cache
@require_safe
def saved_searches(request: HttpRequest) -> HttpResponse:
    """List what one keeps."""
    if not can_save(request.user):
        return turn_away(request)
    return render(request, "searches/saved_searches.html", {"searches": visible_to(request.user).order_by("-saved_at", "-pk")})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def saved_search_new(request: HttpRequest) -> HttpResponse:
    """Keep the search that the address asks, under a name."""
    if not can_save(request.user):
        return turn_away(request)
    found = find(Asked.read(request.GET), user=request.user, language=get_language() or "pt")
    narrowing = [chip.label for chip in chips(found)]
    form = SaveForm(request.POST or None, initial={"name": ", ".join(narrowing)[:NAMED] or _("All good practices")})
    if request.method == "POST" and form.is_valid():
        try:
            _save(request, found.asked, form.cleaned_data["name"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Saved. We write to you when something new fits, at most once a day."))
            return HttpResponseRedirect(reverse("saved-searches"))
    context = {"form": form, "narrowing": narrowing, "total": found.total, "query": found.asked.query}
    return render(request, "searches/saved_search_new.html", context, status=422 if form.is_bound else 200)


def _save(request: HttpRequest, asked: Asked, name: str) -> None:
    """Keep it. Raises Refused, also for somebody who does so all the time."""
    now = timezone.now()
    if not hit(name="saved-search", key=f"account {request.user.pk}", limit=SAVES, seconds=HOUR, now=now).allowed:
        raise Refused(_("That was a lot at once. Try again in an hour."))
    save(user=request.user, asked=asked, name=name, now=now)


@never_cache
@require_POST
def saved_search_delete(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Forget a search; somebody else's is not there."""
    if not can_save(request.user):
        return turn_away(request)
    drop(search=get_object_or_404(visible_to(request.user), uid=uid))
    messages.success(request, _("Deleted. No more mails about it."))
    return HttpResponseRedirect(reverse("saved-searches"))
