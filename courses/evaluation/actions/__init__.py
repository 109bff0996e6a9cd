"""What happens to questionnaires, one verb a file."""

from courses.evaluation.actions.answer import answer
from courses.evaluation.actions.prepare import change_questionnaire

__all__ = ["answer", "change_questionnaire"]
