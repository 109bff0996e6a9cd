"""The screens of those who teach."""

from courses.marking.views.attempts import learner_attempts, read_attempt
from courses.marking.views.fared import quiz_figures
from courses.marking.views.items import quiz_items
from courses.marking.views.regrades import question_regrade

__all__ = ["learner_attempts", "question_regrade", "quiz_figures", "quiz_items", "read_attempt"]
