"""The question: do you accept what has changed?"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.people.signed_in import person_of

from .actions import accept_notices
from .middleware import TICK
from .queries import acceptances_of, current_versions, links_to_notices, pending_for


@never_cache
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    """Show what is pending and what was accepted; accept on POST and lead on."""
    onward = safe_next(request)
    pending = pending_for(person_of(request))
    if request.method == "POST" and request.POST.get(TICK) == current_versions():
        accept_notices(person=person_of(request), notices=pending, now=timezone.now())
        messages.success(request, _("Thank you. This is kept with its date."))
        return HttpResponseRedirect(onward or request.path)
    context = {
        "pending": pending,
        "accepted": acceptances_of(person_of(request)),
        "links": links_to_notices(),
        "next": onward,
        "tick": (TICK, current_versions()),
        "is_unticked": request.method == "POST",
    }
    return render(request, "account/notices.html", context)


def safe_next(request: HttpRequest) -> str:
    """Return where to go next when that is a page of this site, else nothing."""
    onward = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return onward if is_ours and "\x00" not in onward else ""
