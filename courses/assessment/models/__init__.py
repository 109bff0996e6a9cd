"""Quizzes, what they ask, and the attempts at them."""

from courses.assessment.models.attempt import Answer, Attempt
from courses.assessment.models.quiz import QuizItem, QuizPage
from courses.assessment.models.regrade import Regrade, RegradedAnswer

__all__ = ["Answer", "Attempt", "QuizItem", "QuizPage", "Regrade", "RegradedAnswer"]
