"""What this room answers when the whole site asks."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from courses.questions.rules import can_edit_questions


@hooks.register("account_panel")
def bank_panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead those who write questions to the bank."""
    if not can_edit_questions(request.user):
        return None
    return {"title": _("Questions"), "url": reverse("questions"), "text": _("The bank that all quizzes ask from.")}
