"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """What editors write."""

    name = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        """Connect the ears of the rooms and the guards around other people's code."""
        from content.downloads import receivers as _downloads  # noqa: F401, PLC0415 - models are ready only now
        from content.importing import receivers as _importing  # noqa: F401, PLC0415 - models are ready only now
        from content.pages import receivers as _pages  # noqa: F401, PLC0415 - models are ready only now
        from content.search import receivers as _search  # noqa: F401, PLC0415 - models are ready only now
        from content.standing import receivers as _standing  # noqa: F401, PLC0415 - models are ready only now
        from content.translations import guard  # noqa: PLC0415 - models are ready only now

        guard.stand()
