"""The certificates of an edition: who stands where, how far the work has come, what can be done for all."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from accounts.models import User
from certificates.bundling.queries import bundles_of
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.credentials.rules import decides_about_all
from certificates.desk.choices import PER_PAGE, Verb
from certificates.desk.entry import for_the_desk
from certificates.desk.queries import awards_of, counts_of
from courses.editions.models import Edition

# Where awards stand that are decided about together; what is refused, held or revoked is issued one by one.
AT_ONCE = {
    Verb.ISSUE: (Stage.WAITING, Stage.FAILED),
    Verb.HOLD: (Stage.WAITING, Stage.DUE, Stage.FAILED),
    Verb.RELEASE: (Stage.HELD,),
    Verb.REFUSE: (Stage.WAITING, Stage.DUE, Stage.FAILED, Stage.HELD),
}


@require_safe
@for_the_desk
def desk(request: HttpRequest, user: User, edition: Edition) -> HttpResponse:
    """List the certificates of an edition."""
    counts, now = counts_of(edition), timezone.now()
    state, words = request.GET.get("state", ""), request.GET.get("words", "")
    page = Paginator(awards_of(edition, state=state, words=words), PER_PAGE).get_page(request.GET.get("page"))
    states = [(value, label, counts[value]) for value, label in Stage.choices]
    also = {
        "correction": pgettext("certificate", "Correction asked for"),
        "letters": pgettext("certificate", "Letters to be looked at"),
    }
    context = {
        "edition": edition,
        "page_obj": page,
        "entries": [_entry(row, user, now) for row in page],
        "states": [*states, *((value, label, counts[value]) for value, label in also.items())],
        "state": state if state in (*Stage.values, *also) else "",
        "words": words,
        "query": urlencode({name: value for name, value in (("state", state), ("words", words)) if value}),
        "progress": progress(counts),
        "corrections": counts["correction"],
        "letters": counts["letters"],
        "missing": counts["missing"],
        "verbs": [(verb, number) for verb in Verb if (number := concerned(verb, counts))],
        "bundles": bundles_of(edition),
    }
    return render(request, "certificates/desk/certificates.html", context)


def _entry(row: Award, user: User, now: datetime) -> dict[str, Any]:
    standing = row.credential.standing(now) if row.credential else ""
    return {"row": row, "standing": standing, "is_decided": row.person_id != user.pk or decides_about_all(user)}


def progress(counts: dict[str, int]) -> dict[str, Any]:
    """Return how far the work has come: issued of those that are or will be; refused, held and taken back ones do not count."""
    under_way = counts[Stage.DUE] + counts[Stage.MAKING]
    total = counts[Stage.ISSUED] + counts[Stage.WAITING] + counts[Stage.FAILED] + under_way
    done = counts[Stage.ISSUED]
    return {
        "done": done,
        "total": total,
        "under_way": under_way,
        "failed": counts[Stage.FAILED],
        "percent": 100 * done // total if total else 0,
    }


def concerned(verb: Verb, counts: dict[str, int]) -> int:
    """Return how many awards of an edition this would concern if it were done for all."""
    return sum(counts[stage] for stage in AT_ONCE[verb]) + (counts["missing"] if verb == Verb.ISSUE else 0)
