"""Questions about a cohort."""

from courses.cohorts.queries.cohort import cohort, moment
from courses.cohorts.queries.plan import plans_of
from courses.cohorts.queries.report import report_of

__all__ = ["cohort", "moment", "plans_of", "report_of"]
