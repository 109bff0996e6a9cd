"""Words for who may read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Who may read a page and all below it."""

    OPEN = "open", _("Everyone")
    MEMBERS = "members", _("Members")
