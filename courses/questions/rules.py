"""Who may work on the bank."""

from django.db.models import QuerySet

from content.audience.rules import Reader, is_member
from courses.questions.models import Question, QuestionFile

EDIT = "courses.edit_questions"


def can_edit_questions(user: Reader) -> bool:
    """Return whether this person writes questions."""
    return user is not None and is_member(user) and user.has_perm(EDIT)  # type: ignore[union-attr]


def can_edit_question(user: Reader, question: Question) -> bool:
    """Return whether this person may change this question: whoever writes questions may change each."""
    return can_edit_questions(user)


def questions_editable_by(user: Reader) -> QuerySet[Question]:
    """Return the questions that this person may change: the twin of `can_edit_question`."""
    return Question.objects.all() if can_edit_questions(user) else Question.objects.none()


def can_see_picture(user: Reader, picture: QuestionFile) -> bool:
    """Return whether this person may fetch a picture whose address she was given: members only, as quizzes are."""
    return is_member(user)
