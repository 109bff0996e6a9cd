"""Where the judges meet the house: the gate of reviews, links, what authors see, the account page, personal data."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from accounts.models import User
from content.judging.actions import forget_person
from content.judging.choices import MOST_TOTAL
from content.judging.gate import objection
from content.judging.links import address_of
from content.judging.queries import held_about, judgements_of
from content.judging.rules import can_enter
from content.practices.models import PracticePage
from content.reviewing.rules import can_see_review, is_author

hooks.register("review_gate", objection)


@hooks.register("review_link", order=10)
def link(page: Page, person: Any) -> str | None:
    """Lead reviewers of practices to their screen; authors have a place of their own."""
    if not isinstance(page.specific, PracticePage) or is_author(person, page) or not can_enter(person):
        return None
    return address_of(page)


@hooks.register("review_extra")
def told_to_authors(request: HttpRequest, page: Page) -> SafeString | None:
    """Show authors what reviewers scored and said of each criterion, once it was sent; reviewers stay without a name."""
    if not can_see_review(request.user, page):
        return None
    given = list(judgements_of(page))
    return render_to_string("judging/given.html", {"judgements": given, "most": MOST_TOTAL}, request=request) if given else None


@hooks.register("account_panel")
def panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead reviewers to what is under review."""
    return {"title": _("Practices under review"), "url": reverse("reviews"), "text": ""} if can_enter(request.user) else None


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what this person judged."""
    return {"judgements": held_about(user)}


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Let her judgements be nobody's."""
    forget_person(user=user)
