"""Sending to review, taking back, deleting, withdrawing: each shows first what it does."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from content.contributing import actions, rules
from content.contributing.models import Contribution
from content.contributing.queries import all_text, answers_of
from content.filling.forms import ReasonForm
from content.filling.views.door import insist, insist_seldom, of_mine
from content.likeness.queries import alike
from content.pages.addresses import address
from content.questionnaire.checks import findings
from content.questionnaire.form import ASKED, PART, PART_OF, Answers, completeness

asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
@of_mine
def contribution_send(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Show what is missing, what could be plainer and what is very like it; POST sends it to review."""
    insist(rules.can_send(request.user, contribution))
    if request.method == "POST":
        insist_seldom(request)
        actions.send(contribution=contribution, by=cast("User", request.user), now=timezone.now())
        messages.success(request, _("Sent. Reviewers look at it now; you are told by mail at each step."))
        return redirect("contribution", contribution.uid)
    answers = answers_of(contribution)
    told = [(PART[PART_OF[one.key]], ASKED[one.key].label, one) for one in findings(answers)]
    context = {
        "contribution": contribution,
        "missing": [row for row in told if row[2].is_must],
        "advice": [row for row in told if not row[2].is_must],
        "likes": _likes(request, contribution, answers),
        "percent": completeness(answers),
        "leftovers": sum(not row["is_done"] for row in contribution.leftovers),
    }
    return render(request, "contributing/send.html", context)


@require_POST
@of_mine
def contribution_take_back(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Take it out of review."""
    insist(rules.can_take_back(request.user, contribution), _("It is not with the reviewers."))
    insist_seldom(request)
    actions.take_back(contribution=contribution, by=cast("User", request.user), now=timezone.now())
    messages.success(request, _("You have it back. Send it again when it is ready."))
    return redirect("contribution", contribution.uid)


@asks
@of_mine
def contribution_delete(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Ask once more, then delete what was never sent."""
    insist(rules.can_throw_away(request.user, contribution), _("Only who began it deletes it, and only before it was sent."))
    if request.method == "POST":
        actions.throw_away(contribution=contribution, now=timezone.now())
        messages.success(request, _("Deleted."))
        return redirect("contributions")
    return render(request, "contributing/delete.html", {"contribution": contribution})


@asks
@of_mine
def contribution_withdraw(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    """Ask why, then take what is published off the site."""
    insist(rules.can_withdraw(request.user, contribution), _("Only who began it withdraws it, and only while it is published."))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = cast("User", request.user)
        actions.withdraw(contribution=contribution, reason=form.cleaned_data["reason"], by=by, now=timezone.now())
        messages.success(request, _("Withdrawn. Its address tells the reason."))
        return redirect("contribution", contribution.uid)
    return render(request, "contributing/withdraw.html", {"contribution": contribution, "form": form}, status=422 if form.errors else 200)


def _likes(request: HttpRequest, contribution: Contribution, answers: Answers) -> list[dict[str, Any]]:
    """Return practices that may be the same, with the address of what is published."""
    text, title = all_text(answers), contribution.title
    found = alike(title=title, text=text, language=contribution.language, user=request.user, but=contribution.key)
    return [{"one": one, "url": address(one.url_path, request) if one.is_live else ""} for one in found]
