"""Where reviews meet the house: setup, the editor's head, the page's history, personal data, mails."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.models import Page

from accounts.models import User
from content.reviewing import paving
from content.reviewing.actions import forget_person
from content.reviewing.asking import link_for
from content.reviewing.choices import Step
from content.reviewing.letters import KIND, field_name
from content.reviewing.queries import held_about, history_of, remarks_for, turn_of
from content.reviewing.together import keep_from_readers, keep_under_review, look, tell

__all__ = ["keep_from_readers", "keep_under_review", "look", "tell"]
SHOWN = 8


@hooks.register("setup_steps")
def steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the steps: the workflow of all pages, and that of good practices once there are libraries."""
    return [(25, gettext("Reviews"), pave)]


def pave(now: datetime) -> str | None:
    """Make the workflows where they are missing."""
    made = [name for name, is_made in (("pages", paving.pave_pages()), ("practices", paving.pave_practices())) if is_made]
    return f"workflows: {', '.join(made)}" if made else None


@hooks.register("edit_panel")
def show_standing(request: HttpRequest, page: Page) -> SafeString | None:
    """Show at the head of the editor how the text stands, whose turn it is, what was remarked and what has happened."""
    if not page.pk or page.alias_of_id:
        return None
    history = history_of(page, SHOWN)
    remarks = [(field_name(page, row.field), row) for row in remarks_for(page.translation_key, page.locale).filter(settled_at=None)]
    if not history and not remarks:
        return None
    context = {"page": page, "standing": turn_of(page), "history": history, "remarks": remarks, "link": link_for(page, request.user)}
    return render_to_string("reviewing/panel.html", context, request=request)


@hooks.register("register_log_actions")
def review_log(actions: Any) -> None:
    """Let a page's history say who took it up and who accepted it first."""
    actions.register_action(Step.TAKE_UP, gettext_lazy("Take up for review"), Step.TAKE_UP.label)
    actions.register_action(Step.FOR_IT, gettext_lazy("Accept as one of several"), Step.FOR_IT.label)


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what this person remarked, answered and reviewed."""
    return {"reviews": held_about(user)}


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Take her out of the rounds; her remarks are nobody's."""
    forget_person(user=user)


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """What readers call the mails about what waits for them."""
    return [(KIND, gettext_lazy("Texts that wait for my review"))]
