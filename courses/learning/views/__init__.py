"""A learner's own screens, one subject a file."""

from courses.learning.views.budget import data_budget
from courses.learning.views.calendar import calendar_feed, calendar_secret, my_calendar
from courses.learning.views.courses import my_courses
from courses.learning.views.notes import my_notes, note, note_draft
from courses.learning.views.printing import module_print

__all__ = [
    "calendar_feed",
    "calendar_secret",
    "data_budget",
    "module_print",
    "my_calendar",
    "my_courses",
    "my_notes",
    "note",
    "note_draft",
]
