"""The way in: one's own attempt, and what stands around it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from content.pages.addresses import address, content_code
from courses.assessment.models import Attempt, QuizPage
from courses.assessment.queries import quiz_with
from courses.assessment.rules import taken_by


@dataclass(frozen=True)
class Here:
    """An attempt, its quiz (None: taken down) and where that is read."""

    attempt: Attempt
    quiz: QuizPage | None
    url: str

    def context(self) -> dict[str, object]:
        """Return what every page of an attempt shows."""
        return {"attempt": self.attempt, "quiz": self.quiz, "quiz_url": self.url, "quiz_code": title_code(self.quiz)}


def own_attempt(request: HttpRequest, uid: UUID) -> Here:
    """Return one's own attempt. Raises Http404: another person's does not exist."""
    attempt = taken_by(request.user).select_related("enrolment__edition").filter(uid=uid).first()
    if attempt is None:
        raise Http404
    quiz = quiz_with(attempt.quiz_key)
    return Here(attempt, quiz, address(quiz.url_path, request) if quiz else "")


def title_code(quiz: QuizPage | None) -> str:
    """Return the language of a quiz's title where it is not the reader's."""
    if quiz is None:
        return ""
    code = str((quiz.alias_of or quiz).locale.language_code)
    return code if code != content_code(get_language()) else ""
