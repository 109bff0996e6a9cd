"""Quizzes and the attempts at them."""
