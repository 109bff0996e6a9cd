"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    """What people learn."""

    name = "courses"
    verbose_name = _("Courses")

    def ready(self) -> None:
        """Connect the ears of the rooms."""
        from courses.assessment import receivers as _assessment  # noqa: F401, PLC0415 - models are ready only now
        from courses.completion import receivers as _completion  # noqa: F401, PLC0415 - as above
        from courses.enrolment import receivers as _enrolment  # noqa: F401, PLC0415 - as above
        from courses.letters import receivers as _letters  # noqa: F401, PLC0415 - as above
