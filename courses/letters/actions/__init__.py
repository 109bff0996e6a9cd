"""Mails to learners are written."""

from courses.letters.actions.stop import choose_letters
from courses.letters.actions.write import queue_due, write_due, write_letter

__all__ = ["choose_letters", "queue_due", "write_due", "write_letter"]
