"""The screens of those who run an edition."""

from courses.facilitation.views.cohort import cohort_page

__all__ = ["cohort_page"]
