"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LimitsConfig(AppConfig):
    """Counters for slowing people down, exact across processes."""

    name = "limits"
    verbose_name = _("Limits")
