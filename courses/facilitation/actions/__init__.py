"""What facilitators do, one verb a file."""

from courses.facilitation.actions.attend import note_attendance
from courses.facilitation.actions.mark import mark_unit
from courses.facilitation.actions.write import send_message, write_message

__all__ = ["mark_unit", "note_attendance", "send_message", "write_message"]
