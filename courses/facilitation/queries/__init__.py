"""Questions about a cohort."""

from courses.facilitation.queries.cohort import cohort, moment
from courses.facilitation.queries.learner import acts_about, log_of, modules_of
from courses.facilitation.queries.plan import plans_of
from courses.facilitation.queries.report import report_of

__all__ = ["acts_about", "cohort", "log_of", "modules_of", "moment", "plans_of", "report_of"]
