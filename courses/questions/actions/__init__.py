"""What happens to questions, one verb a file."""

from courses.questions.actions.keep import Kept, NotKept, Outcome, keep_question
from courses.questions.actions.retire import retire_question

__all__ = ["Kept", "NotKept", "Outcome", "keep_question", "retire_question"]
