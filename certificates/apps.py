"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    """What people can show for what they learnt."""

    name = "certificates"
    verbose_name = _("Certificates")

    def ready(self) -> None:
        """Connect the ears of the rooms."""
        from certificates.issuing import receivers as _issuing  # noqa: F401, PLC0415 - models are ready only now
