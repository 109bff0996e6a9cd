"""What happens to quizzes and attempts, one verb a file."""

from courses.assessment.actions.answer import save_answer
from courses.assessment.actions.finish import end_overdue, hand_in
from courses.assessment.actions.start import start_attempt

__all__ = ["end_overdue", "hand_in", "save_answer", "start_attempt"]
