"""What happens to quizzes and attempts, one verb a file."""

from courses.assessment.actions.answer import save_answer
from courses.assessment.actions.finish import end_overdue, hand_in
from courses.assessment.actions.regrade import grade_again, regrade
from courses.assessment.actions.start import start_attempt

__all__ = ["end_overdue", "grade_again", "hand_in", "regrade", "save_answer", "start_attempt"]
