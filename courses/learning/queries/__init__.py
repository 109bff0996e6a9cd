"""Questions that a learner's own screens ask."""

from courses.learning.queries.agenda import agenda_of
from courses.learning.queries.mine import Mine, continuing, mine, open_to
from courses.learning.queries.notes import NoteRow, note_of, notes_of, unit_named
from courses.learning.queries.wishes import owner_of, wish_of

__all__ = [
    "Mine",
    "NoteRow",
    "agenda_of",
    "continuing",
    "mine",
    "note_of",
    "notes_of",
    "open_to",
    "owner_of",
    "unit_named",
    "wish_of",
]
