"""Who is to be written to."""

from courses.letters.queries.due import Due, due_letters
from courses.letters.queries.people import reachable

__all__ = ["Due", "due_letters", "reachable"]
