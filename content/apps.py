"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """What editors write."""

    name = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        """Connect the ears of the rooms and the guards around other people's code."""
        from content.contributing import receivers as _contributing  # noqa: F401, PLC0415 - models are ready only now
        from content.downloads import receivers as _downloads  # noqa: F401, PLC0415 - models are ready only now
        from content.harvesting import receivers as _harvesting  # noqa: F401, PLC0415 - models are ready only now
        from content.importing import receivers as _importing  # noqa: F401, PLC0415 - models are ready only now
        from content.likeness import receivers as _likeness  # noqa: F401, PLC0415 - models are ready only now
        from content.links import receivers as _links  # noqa: F401, PLC0415 - models are ready only now
        from content.pages import receivers as _pages  # noqa: F401, PLC0415 - models are ready only now
        from content.practices import receivers as _practices  # noqa: F401, PLC0415 - models are ready only now
        from content.reviewing import receivers as _reviewing  # noqa: F401, PLC0415 - models are ready only now
        from content.search import receivers as _search  # noqa: F401, PLC0415 - models are ready only now
        from content.shelves import receivers as _shelves  # noqa: F401, PLC0415 - models are ready only now
        from content.standing import receivers as _standing  # noqa: F401, PLC0415 - models are ready only now
        from content.taxonomy import receivers as _taxonomy  # noqa: F401, PLC0415 - models are ready only now
        from content.translations import guard  # noqa: PLC0415 - models are ready only now
        from content.translations import receivers as _translations  # noqa: F401, PLC0415 - models are ready only now
        from content.versions import receivers as _versions  # noqa: F401, PLC0415 - models are ready only now

        guard.stand()
