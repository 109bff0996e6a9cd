"""What a facilitator does for her learners."""

from courses.facilitation.views.attendance import attendance_page, event_attendance
from courses.facilitation.views.learner import learner_days, learner_mark, learner_page
from courses.facilitation.views.write import write_page

__all__ = ["attendance_page", "event_attendance", "learner_days", "learner_mark", "learner_page", "write_page"]
