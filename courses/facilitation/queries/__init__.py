"""Questions about a cohort."""

from courses.facilitation.queries.cohort import cohort, moment
from courses.facilitation.queries.plan import plans_of

__all__ = ["cohort", "moment", "plans_of"]
