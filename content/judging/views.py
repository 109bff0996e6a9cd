"""The reviewers' screens: what is under review, and one practice with its checklist."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import TaskState

from accounts.models import User
from content.audience.gate import for_one_person, turn_away
from content.judging.choices import LEAST_TOTAL, MOST_TOTAL
from content.judging.deeds import carry_out
from content.judging.forms import ChecklistForm, filled
from content.judging.laying import Laid, laid_out
from content.judging.links import address_of
from content.judging.models import Judgement
from content.judging.queries import judgement_in, judgements_of, standing_stops
from content.judging.rules import can_enter, can_judge, can_lift
from content.practices.models import PracticePage
from content.reviewing.choices import Stage, Step
from content.reviewing.models import Remark
from content.reviewing.queries import history_of, remarks_for, standings_of, turn_of, underway
from content.reviewing.refusals import Refused
from content.reviewing.rules import can_publish, is_author, waiting_among

SHOWN = 30
View = Callable[..., HttpResponse]


def reviewers_only(view: View) -> View:
    """Call the view for reviewers and administrators. Strangers are led to the sign-in; raises PermissionDenied for others."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User):
            return turn_away(request)
        if not can_enter(request.user):
            raise PermissionDenied(_("Only reviewers work here."))
        return for_one_person(view(request, *args, **kwargs))

    return guarded


@require_safe
@reviewers_only
def reviews(request: HttpRequest) -> HttpResponse:
    """List the practices that are on their way, those that wait for this reviewer first marked; `?mine` shows only these."""
    states = underway()
    mine = waiting_among(request.user, [state.current_task_state for state in states.values() if state.current_task_state])
    rounds = {page: state.current_task_state_id for page, state in states.items()}
    is_mine = "mine" in request.GET
    shown = [page for page, round in rounds.items() if round in mine or not is_mine]
    held = {page.pk: page for page in PracticePage.objects.filter(pk__in=shown).select_related("locale")}
    rows = Paginator([held[pk] for pk in shown if pk in held], SHOWN).get_page(request.GET.get("page"))
    standings = standings_of(rows.object_list, states)
    lines = [
        {
            "page": page,
            "title": page.draft_title or page.title,
            "url": address_of(page),
            "standing": standings[page.pk],
            "is_mine": rounds[page.pk] in mine,
        }
        for page in rows.object_list
    ]
    waiting = sum(rounds[pk] in mine for pk in held)
    return render(request, "judging/reviews.html", {"lines": lines, "page_obj": rows, "mine": waiting, "is_mine": is_mine})


@require_http_methods(["GET", "HEAD", "POST"])
@reviewers_only
def review(request: HttpRequest, key: UUID, language: str = "") -> HttpResponse:
    """Show one practice as it was sent with the checklist, and take what the reviewer does (button `do`)."""
    page = _practice(key, language)
    shown = cast("PracticePage", page.get_latest_revision_as_object())
    laid = laid_out(shown)
    round = page.current_workflow_task_state
    judgement = judgement_in(round, request.user)
    may, is_own = can_judge(request.user, page), is_author(request.user, page)
    form = ChecklistForm(
        request.POST if request.method == "POST" and "comment" in request.POST else None,
        keys=[one.key for one in laid],
        initial=filled(judgement),
    )
    if request.method == "POST":
        answer = _done(request, page, form)
        if answer is not None:
            return answer
    context = {
        "page": page,
        "title": shown.title,
        "laid": [(one, form[f"note_{one.key}"]) for one in laid],
        "remarks": _remarks(page, laid),
        "form": form,
        "standing": turn_of(page),
        "judgement": judgement,
        "may_judge": may,
        "is_open": may and not (judgement and judgement.given_at),
        "may_publish": can_publish(request.user, page),
        "is_own": is_own,
        "shows_names": not is_own,
        **_told(page, round, request.user, judgement, may),
    }
    return render(request, "judging/review.html", context, status=422 if form.errors or request.method == "POST" else 200)


def _remarks(page: PracticePage, laid: list[Laid]) -> list[tuple[str, Remark]]:
    """Return the remarks, each with what its field is called here."""
    names = {one.key: one.label for one in laid}
    return [(names.get(row.field, row.field), row) for row in remarks_for(page.translation_key, page.locale)]


def _told(page: PracticePage, round: TaskState | None, user: Any, own: Judgement | None, may_judge: bool) -> dict[str, Any]:
    """Return what has been said and done until now. What others score and say in this round is seen once one's own is sent."""
    hides = round if may_judge and not (own and own.given_at) else None
    given = [one for one in judgements_of(page) if not (hides and one.round_id == hides.pk)]
    events = history_of(page)
    if hides:
        events = [replace(one, comment="") if one.step == Step.FOR_IT and one.at >= hides.started_at else one for one in events]
    return {
        "judgements": given,
        "is_hiding": hides is not None,
        "history": events,
        "stops": [(one, can_lift(user, one)) for one in standing_stops(page.translation_key)],
        "least": LEAST_TOTAL,
        "most": MOST_TOTAL,
    }


def _practice(key: UUID, language: str) -> PracticePage:
    """Return the practice that is on its way, or was, in this language or in whichever waits. Raises Http404 for one never sent."""
    pages = PracticePage.objects.filter(translation_key=key, alias_of=None).select_related("locale").order_by("pk")
    rows = list(pages.filter(locale__language_code=language) if language else pages)
    standings = standings_of(rows)
    rows.sort(key=lambda one: standings[one.pk].stage in (Stage.PUBLISHED, Stage.WITHDRAWN, Stage.DRAFT))
    if not rows or not rows[0].workflow_states.exists():
        raise Http404
    return rows[0]


def _done(request: HttpRequest, page: PracticePage, form: ChecklistForm) -> HttpResponse | None:
    """Do what the button says; None where the form has to be shown again."""
    if form.is_bound and not form.is_valid():
        return None
    try:
        words = carry_out(request.POST.get("do", ""), page=page, form=form, by=cast("User", request.user), now=timezone.now())
    except Refused as no:
        if form.is_bound:
            form.add_error(None, no.sentence)
            return None
        messages.error(request, no.sentence)
    else:
        messages.success(request, words)
    return HttpResponseRedirect(address_of(page))
