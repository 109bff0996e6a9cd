"""What staff change in quizzes."""

from courses.marking.actions.compose import add_folder, add_question, move, remove

__all__ = ["add_folder", "add_question", "move", "remove"]
