"""The Django app of this storey."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumsConfig(AppConfig):
    """What people say to one another, attached to any page."""

    name = "forums"
    verbose_name = _("Forums")

    def ready(self) -> None:
        """Connect the ears of the rooms."""
        from forums.attachments import receivers as _attachments  # noqa: F401, PLC0415 - models are ready only now
        from forums.boards import receivers as _boards  # noqa: F401, PLC0415 - models are ready only now
        from forums.finding import receivers as _finding  # noqa: F401, PLC0415 - as above
        from forums.languages import receivers as _languages  # noqa: F401, PLC0415 - as above
        from forums.letters import receivers as _letters  # noqa: F401, PLC0415 - as above
        from forums.moderation import receivers as _moderation  # noqa: F401, PLC0415 - as above
