"""The screens of those who run an edition."""

from courses.facilitation.views.attendance import attendance_page, event_attendance
from courses.facilitation.views.cohort import cohort_page
from courses.facilitation.views.export import cohort_export
from courses.facilitation.views.learner import learner_days, learner_mark, learner_page
from courses.facilitation.views.report import report_page, summary_page
from courses.facilitation.views.write import write_page

__all__ = [
    "attendance_page",
    "cohort_export",
    "cohort_page",
    "event_attendance",
    "learner_days",
    "learner_mark",
    "learner_page",
    "report_page",
    "summary_page",
    "write_page",
]
