"""Adaptations told, read, decided about; the family of a practice as a tree, a list and a map."""

from collections import Counter
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from content.adapting import actions
from content.adapting.forms import AdaptationForm, DecisionForm
from content.adapting.models import Adaptation
from content.adapting.queries import family_of, titles_of, waiting_for
from content.adapting.refusals import Refused
from content.adapting.rules import can_decide, can_take_back, can_tell, decidable_by, visible_to
from content.atlas.drawing import Place, draw
from content.atlas.sheets import tightest
from content.audience.gate import turn_away
from content.audience.rules import is_member
from content.citing.queries import pages_of
from content.pages.addresses import address, content_code
from content.practices.models import PracticePage
from limits.actions import hit

SHOWN = 30
AN_HOUR, MOST = 3600, 20


@require_safe
def adaptations(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the family of a practice: tree, map and what each adaptation says. Raises Http404 for a practice that is not hers to read."""
    page = _practice(request, key)
    root = family_of(key, user=request.user, language=_code())
    rows = [node.adaptation for node in root.walk() if node.adaptation] if root else []
    context = {
        "page": page,
        "url": address(page.url_path),
        "root": root,
        "rows": rows,
        "counts": sorted(Counter(row.country.name for row in rows).items()),
        "map": _map(rows),
        "may_tell": is_member(request.user),
        "tell_url": reverse("adaptation-new", args=[key]),
    }
    return render(request, "adapting/family.html", context)


def _map(rows: list[Adaptation]) -> Any:
    """Return the tightest map on which all countries of these adaptations are seen; None where there is nothing to show."""
    counts = Counter(row.country.iso2 for row in rows)
    names = {row.country.iso2: row.country.name for row in rows}
    if not counts:
        return None
    places = {
        code: Place(counts[code], _said(names[code], counts[code]), f"#country-{code}") for code in sorted(counts, key=names.__getitem__)
    }
    return draw(tightest(counts), places, label=_("Map of the adaptations"))


def _said(name: str, count: int) -> str:
    return ngettext("%(country)s: %(count)s adaptation", "%(country)s: %(count)s adaptations", count) % {"country": name, "count": count}


@require_http_methods(["GET", "HEAD", "POST"])
def adaptation_new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take what a member tells. Strangers are led to the sign-in; raises Http404 for a practice that is not hers to read."""
    if not is_member(request.user):
        return turn_away(request)
    page, now, user = _practice(request, key), timezone.now(), cast("User", request.user)
    if not can_tell(user, page):
        raise Http404
    form = AdaptationForm(
        request.POST or None,
        practice=page,
        user=user,
        language=get_language() or "pt",
        year=timezone.localdate().year,
        initial={"block_id": request.GET.get("block", ""), "year": timezone.localdate().year},
    )
    if request.method == "POST" and form.is_valid():
        if hit(name="practice-adaptation", key=f"account {user.pk}", limit=MOST, seconds=AN_HOUR, now=now).allowed:
            row = actions.tell(practice=page, by=user, values={**form.values, "language": _code()}, now=now)
            messages.success(request, _("Thank you. An editor looks at it before others read it."))
            return HttpResponseRedirect(reverse("adaptation", args=[row.uid]))
        form.add_error(None, _("You have told of many adaptations within an hour. Please come back a little later."))
    context = {"form": form, "page": page, "url": address(page.url_path)}
    return render(request, "adapting/tell.html", context, status=422 if form.is_bound else 200)


@require_safe
def adaptation(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show one adaptation to those who may read it, with what they may do. Raises Http404 for others."""
    row = _row(request, uid)
    return _shown(request, row, DecisionForm(user=request.user))


def _shown(request: HttpRequest, row: Adaptation, form: DecisionForm, status: int = 200) -> HttpResponse:
    keys = [key for key in (row.practice_key, row.became_key) if key]
    titles = titles_of(keys, language=_code(), user=request.user)
    context = {
        "row": row,
        "practice": titles.get(row.practice_key),
        "became": titles.get(row.became_key) if row.became_key else None,
        "form": form if can_decide(request.user, row) else None,
        "may_take_back": can_take_back(request.user, row),
        "is_own": row.by_id is not None and row.by_id == request.user.pk,
    }
    return render(request, "adapting/adaptation.html", context, status=status)


@require_safe
def adaptations_waiting(request: HttpRequest) -> HttpResponse:
    """List to an editor what waits, the oldest first. Strangers are led to the sign-in; raises PermissionDenied for others."""
    if not is_member(request.user):
        return turn_away(request)
    if not (request.user.is_superuser or request.user.has_perm("wagtailadmin.access_admin")):
        raise PermissionDenied(_("Only editors of the library decide about adaptations."))
    return _list(request, waiting_for(request.user), _("Adaptations to look at"))


@require_safe
def adaptations_mine(request: HttpRequest) -> HttpResponse:
    """List to a member what she told, the newest first. Strangers are led to the sign-in."""
    if not is_member(request.user):
        return turn_away(request)
    rows = Adaptation.objects.filter(by=cast("User", request.user)).select_related("country").order_by("-sent_at", "-pk")
    return _list(request, rows, _("My adaptations"))


def _list(request: HttpRequest, rows: Any, title: str) -> HttpResponse:
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    titles = titles_of({row.practice_key for row in page}, language=_code(), user=request.user)
    lines = [(row, titles.get(row.practice_key)) for row in page]
    return render(request, "adapting/list.html", {"title": title, "page_obj": page, "lines": lines})


@require_POST
def adaptation_decide(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show an adaptation to all, or not (button `refuse`). Raises Http404 or PermissionDenied."""
    row, is_refused = _row(request, uid), "refuse" in request.POST
    if not decidable_by(request.user).filter(pk=row.pk).exists():
        raise PermissionDenied(_("Only editors of the library decide, and nobody about her own."))
    form = DecisionForm(request.POST, user=request.user, is_refused=is_refused)
    if not form.is_valid():
        return _shown(request, row, form, status=422)
    by, now, held = cast("User", request.user), timezone.now(), form.cleaned_data
    try:
        if is_refused:
            actions.refuse(adaptation=row, by=by, reason=held["reason"], now=now)
        else:
            actions.accept(adaptation=row, by=by, became_key=held["own"], now=now)
    except Refused as no:
        form.add_error(None, no.sentence)
        return _shown(request, row, form, status=422)
    messages.success(request, _("Done. Whoever told of it is written to."))
    return HttpResponseRedirect(reverse("adaptation", args=[row.uid]))


@require_POST
def adaptation_take_back(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Remove what its teller takes back. Raises Http404 or PermissionDenied."""
    row = _row(request, uid)
    if not can_take_back(request.user, row):
        raise PermissionDenied(_("Only whoever told of it takes it back."))
    actions.take_back(adaptation=row, now=timezone.now())
    messages.success(request, _("It is taken back."))
    return HttpResponseRedirect(reverse("adaptations-mine"))


def _practice(request: HttpRequest, key: UUID) -> PracticePage:
    pages = pages_of([key], user=request.user, language=_code())
    if not pages:
        raise Http404
    return pages[0]


def _row(request: HttpRequest, uid: UUID) -> Adaptation:
    row = visible_to(request.user).filter(uid=uid).select_related("country", "by", "parent__country").first()
    if row is None:
        raise Http404
    return row


def _code() -> str:
    return content_code(get_language())
