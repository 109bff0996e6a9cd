"""What this room answers when the whole site asks."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from content.translations.rows import Source
from courses.bank.translating import listed
from courses.questions.rules import can_edit_questions


@hooks.register("account_panel")
def bank_panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead those who write questions to the bank."""
    if not can_edit_questions(request.user):
        return None
    return {"title": _("Questions"), "url": reverse("questions"), "text": _("The bank that all quizzes ask from.")}


@hooks.register("translation_rows")
def question_rows() -> Source:
    """Put the questions on the translation board."""
    return Source("questions", gettext_lazy("Questions"), can_edit_questions, listed, order=20)
