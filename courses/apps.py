"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    """What people learn."""

    name = "courses"
    verbose_name = _("Courses")
