"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People."""

    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        """Open the ears of this storey."""
        from .entrance import receivers  # noqa: PLC0415 - models are there only now

        receivers.listen()
