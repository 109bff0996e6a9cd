"""A learner's calendar, as a page and as a feed at a secret address."""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.people.signed_in import person_of
from courses.learning import actions, queries
from courses.learning.agenda import by_day, feed
from limits.actions import hit
from limits.queries import address_of, range_of
from mail.addresses import host

MOST_TRIES, IN_SECONDS = 600, 60 * 60  # of one network: a whole ministry may sit behind one address
MOST_WRONG = 30
FRESH = 15 * 60  # seconds for which a calendar need not ask again


@require_safe
@never_cache
@login_required
def my_calendar(request: HttpRequest) -> HttpResponse:
    """Show the moments of one's courses day by day in one's own zone: what is ahead first."""
    person, now = person_of(request), timezone.now()
    entries = queries.agenda_of(person, now=now, request=request)
    zone = timezone.get_current_timezone()
    wish = queries.wish_of(person)
    context = {
        "ahead": by_day([entry for entry in entries if not entry.is_over(now)], zone),
        "past": by_day([entry for entry in entries if entry.is_over(now)], zone),
        "zone": person.time_zone,
        "feed_url": settings.SITE_URL + feed_path(wish.calendar_secret, person.language) if wish else "",
    }
    return render(request, "courses/learning/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def calendar_secret(request: HttpRequest) -> HttpResponse:
    """Give one's calendar an address, or another one. Who comes back from signing in is led to the calendar, where the button is."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("learning-calendar"))
    actions.new_calendar_secret(person=person_of(request), now=timezone.now())
    messages.success(request, _("Your calendar has a new address. Any address before it is shut."))
    return HttpResponseRedirect(reverse("learning-calendar"))


@require_safe
def calendar_feed(request: HttpRequest, secret: UUID) -> HttpResponse:
    """Answer the calendar of whoever has this secret, in her language, without a session. Raises Http404 for any other."""
    now = timezone.now()
    network = range_of(address_of(request))
    if not hit(name="calendar-feed", key=network, limit=MOST_TRIES, seconds=IN_SECONDS, now=now).allowed:
        return _slowed()
    person = queries.owner_of(secret)
    if person is None:
        if not hit(name="calendar-guess", key=network, limit=MOST_WRONG, seconds=IN_SECONDS, now=now).allowed:
            return _slowed()
        raise Http404
    with override(person.language):
        entries = queries.agenda_of(person, now=now, language=person.language)
        body = feed(entries, name=_("My courses"), host=host(), language=person.language)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag = quote_etag(sha256(body).hexdigest()[:32])
    answer["Content-Disposition"] = 'inline; filename="courses.ics"'
    answer["X-Robots-Tag"] = "noindex"
    patch_cache_control(answer, private=True, max_age=FRESH)
    return get_conditional_response(request, etag, None, answer) or answer


def feed_path(secret: UUID, language: str) -> str:
    """Return the path of a feed."""
    with override(language):
        return reverse("learning-calendar-feed", args=[secret])


def _slowed() -> HttpResponse:
    answer = HttpResponse(_("Too many requests. Try again later."), content_type="text/plain; charset=utf-8", status=429)
    answer["Retry-After"] = str(IN_SECONDS)
    return answer
