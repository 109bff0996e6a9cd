"""The screens of those who learn."""

from courses.sitting.views.attempts import attempt, hand_in, quiz_start
from courses.sitting.views.steps import step

__all__ = ["attempt", "hand_in", "quiz_start", "step"]
