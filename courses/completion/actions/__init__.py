"""What changes progress, one verb a file."""

from courses.completion.actions.bookmark import keep_place, note_reading
from courses.completion.actions.complete import complete
from courses.completion.actions.note import note_deed
from courses.completion.actions.rebuild import rebuild

__all__ = ["complete", "keep_place", "note_deed", "note_reading", "rebuild"]
