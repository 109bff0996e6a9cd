"""The screens that show a cohort."""

from courses.cohorts.views.cohort import cohort_page
from courses.cohorts.views.export import cohort_export
from courses.cohorts.views.report import report_page, summary_page

__all__ = ["cohort_export", "cohort_page", "report_page", "summary_page"]
