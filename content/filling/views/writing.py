"""A contribution as a whole, its parts, remarks and leftovers."""

from typing import Any, cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail import hooks

from accounts.models import User
from content.contributing import actions, rules
from content.contributing.models import Contribution
from content.contributing.queries import answers_of, co_authors_of, fingerprint, page_of, uploads_of
from content.contributing.refusals import Refused
from content.filling.forms import AnswerForm, PartForm
from content.filling.views.door import insist, of_mine
from content.pages.speech import language_name
from content.questionnaire.checks import findings
from content.questionnaire.form import PART, PART_OF, PARTS, Answers, Part, completeness, of_part, part_state
from content.reviewing import actions as reviewing
from content.reviewing.queries import remarks_for, standings
from content.reviewing.refusals import Refused as ReviewRefused

KEPT = "kept"  # the cookie that tells the script which form has arrived
DAY = 24 * 60 * 60


@require_safe
@of_mine
def contribution(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Show how a contribution stands: whose turn it is, what is filled, what was remarked, who writes, which files."""
    answers, page = answers_of(contribution), page_of(contribution)
    remarks = list(remarks_for(contribution.key))
    extras = [found for show in hooks.get_hooks("review_extra") if page is not None and (found := show(request, page))]
    context = {
        **_frame(contribution),
        "parts": [(part, part_state(part, answers), _open(remarks, part)) for part in PARTS],
        "percent": completeness(answers),
        "page": page,
        "remarks": [remark for remark in remarks if PART_OF.get(remark.field) is None],
        "co_authors": co_authors_of(contribution),
        "uploads": uploads_of(contribution),
        "is_owner": rules.is_owner(request.user, contribution),
        "extras": extras,
        "answer_form": AnswerForm(auto_id=False),
    }
    return render(request, "contributing/contribution.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_mine
def contribution_part(request: HttpRequest, contribution: Contribution, name: str) -> HttpResponse:
    """Show the questions of one part; POST saves the answers and goes on to the next part, or stays (button `stay`)."""
    part = PART.get(name)
    if part is None:
        raise Http404
    if request.method != "POST":
        return _part_page(request, contribution, part, of_part(part, answers_of(contribution)))
    insist(rules.can_write(request.user, contribution))
    form = PartForm(request.POST, part=part, language=contribution.language, here=request.LANGUAGE_CODE)
    by = cast("User", request.user)
    saved = actions.save_part(contribution=contribution, part=part, answers=form.answers(), seen=form.seen(), by=by, now=timezone.now())
    if saved.unsaved:
        return _part_page(request, contribution, part, saved.answers, unsaved=saved.unsaved, by=saved.by)
    messages.success(request, _("Saved."))
    where = redirect("contribution-part", contribution.uid, part.name) if "stay" in request.POST else _next(contribution, part)
    where.set_cookie(KEPT, request.POST.get("token", "")[:36], max_age=DAY, samesite="Lax")
    return where


@require_POST
@of_mine
def contribution_leftovers(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Note which words of a filled form were looked after."""
    insist(rules.can_write(request.user, contribution))
    done = {int(place) for place in request.POST.getlist("done") if place.isdecimal() and len(place) < len("10000")}
    actions.tick_leftovers(contribution=contribution, done=done)
    messages.success(request, _("Saved."))
    return redirect("contribution", contribution.uid)


@require_POST
@of_mine
def contribution_remark(request: HttpRequest, contribution: Contribution, remark: UUID) -> HttpResponse:
    """Answer a remark of the reviewers."""
    found = next((one for one in remarks_for(contribution.key) if one.uid == remark), None)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST)
    try:
        text = form.cleaned_data["text"] if form.is_valid() else ""
        reviewing.answer_remark(remark=found, text=text, by=request.user, now=timezone.now())
    except ReviewRefused as no:
        raise Refused(no.sentence) from no
    messages.success(request, _("Your answer is kept with the remark."))
    part = PART_OF.get(found.field)
    return redirect("contribution-part", contribution.uid, part) if part else redirect("contribution", contribution.uid)


def _frame(contribution: Contribution) -> dict[str, Any]:
    """Return what each page of a contribution shows at its head."""
    standing = standings([contribution.key]).get(contribution.key)
    return {
        "contribution": contribution,
        "standing": standing,
        "language": language_name(contribution.language),
        "is_open": not standing or standing.turn not in ("reviewers", "editors"),
    }


def _open(remarks: list[Any], part: Part) -> int:
    return sum(remark.field in part.keys and not remark.answered_at and not remark.settled_at for remark in remarks)


def _next(contribution: Contribution, part: Part) -> Any:
    place = PARTS.index(part) + 1
    if place < len(PARTS):
        return redirect("contribution-part", contribution.uid, PARTS[place].name)
    return redirect("contribution", contribution.uid)


def _part_page(
    request: HttpRequest, contribution: Contribution, part: Part, answers: Answers, unsaved: Answers | None = None, by: User | None = None
) -> HttpResponse:
    """Show a part. `unsaved`: what was typed where `by` wrote meanwhile; the form holds it, and the other text stands beside."""
    typed = unsaved or {}
    form = PartForm(initial={**answers, **typed}, part=part, language=contribution.language, here=request.LANGUAGE_CODE)
    whole = {**answers_of(contribution), **answers}
    is_begun = part_state(part, whole) != "empty"
    told = [finding for finding in findings({**whole, **typed}) if finding.key in part.keys] if is_begun else []
    remarks = [remark for remark in remarks_for(contribution.key) if remark.field in part.keys]
    questions = [
        {
            "field": form[key],
            "key": key,
            "seen": fingerprint(answers[key]),
            "told": [finding for finding in told if finding.key == key],
            "remarks": [remark for remark in remarks if remark.field == key],
            "theirs": answers[key] if key in typed else None,
        }
        for key in part.keys
    ]
    context = {
        **_frame(contribution),
        "part": part,
        "parts": PARTS,
        "place": PARTS.index(part) + 1,
        "questions": questions,
        "is_clash": bool(typed),
        "who": by,
        "token": uuid4(),
        "answer_form": AnswerForm(auto_id=False),
    }
    return render(request, "contributing/part.html", context, status=409 if typed else 200)
