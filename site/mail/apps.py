"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """Mail as rows with a state."""

    name = "mail"
    verbose_name = _("Mail")
