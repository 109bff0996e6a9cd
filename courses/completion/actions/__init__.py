"""What changes progress, one verb a file."""

from courses.completion.actions.again import complete_all, sum_again
from courses.completion.actions.bookmark import keep_place, note_reading
from courses.completion.actions.complete import complete
from courses.completion.actions.message import note_message
from courses.completion.actions.note import note_deed
from courses.completion.actions.rebuild import rebuild

__all__ = ["complete", "complete_all", "keep_place", "note_deed", "note_message", "note_reading", "rebuild", "sum_again"]
