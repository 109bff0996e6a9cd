"""What the page of a quiz shows beyond its own fields (hook `page_context`)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from wagtail.models import Page

from content.generation.queries import remembered
from courses.assessment import queries
from courses.assessment.models import QuizPage
from courses.assessment.rules import refusal
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import current_enrolment
from courses.questions.rules import can_edit_questions


def tell_of_quiz(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return how a quiz is taken, and where this reader stands with it; nothing for other pages and for those not saved yet."""
    if not isinstance(page, QuizPage) or not page.pk or page.depth is None:
        return {}
    course = remembered(request, f"course-of-quiz:{page.path}", lambda: str(queries.course_key_of(page) or ""))
    enrolment = current_enrolment(request.user, UUID(course)) if course else None
    return {
        "asked": queries.asked_of(page.translation_key),
        "can_edit_quiz": enrolment is None and can_edit_questions(request.user),  # two queries that a learner need not pay for
        "enrolment": enrolment,
        "course_url": request.path.rstrip("/").rsplit("/", 2)[0] + "/",
        **(_hers(enrolment, page) if enrolment else {}),
    }


def _hers(enrolment: Enrolment, page: QuizPage) -> dict[str, Any]:
    """Return the attempts of one who takes part, and whether she can begin another."""
    attempts = list(queries.attempts_of(enrolment, page.translation_key))
    running = next((row for row in attempts if row.is_open), None)
    left = None if page.attempts_max is None else max(0, page.attempts_max - len(attempts))
    why = refusal(enrolment, page)
    return {
        "attempts": [row for row in attempts if not row.is_open],
        "running": running,
        "counted": queries.counting(attempts, page.keeps),
        "attempts_left": left,
        "next_number": len(attempts) + 1,
        "why_not": str(why.label) if why else "",  # that it is not released yet is told when one begins: asking costs queries
    }
