"""Words for what became of a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What bringing a document in did."""

    CREATED = "created", _("A draft was made")
    UNCHANGED = "unchanged", _("Imported before; nothing was changed")
    KEPT = "kept", _("Imported before and edited since; the page was left as it is")
    LOOKED = "looked", _("Only looked at; nothing was saved")
