"""The screens of those who write questions."""

from courses.bank.views.editing import question_edit, question_new
from courses.bank.views.listing import question, question_retire, questions
from courses.bank.views.moving import questions_export, questions_import

__all__ = ["question", "question_edit", "question_new", "question_retire", "questions", "questions_export", "questions_import"]
