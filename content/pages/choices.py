"""Words for where a text comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rendering(models.TextChoices):
    """What this text is in relation to its original."""

    ORIGINAL = "original", _("Original")
    OFFICIAL = "official", _("Official translation")
    UNOFFICIAL = "unofficial", _("Unofficial translation")
    MACHINE = "machine", _("Machine translation")


class NoticeKind(models.TextChoices):
    """The standing texts that every site must carry."""

    NONE = "", _("None")
    TERMS = "terms", _("Terms of use")
    PRIVACY = "privacy", _("Privacy notice")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    CONTACT = "contact", _("Contact")
    RULES = "rules", _("Community rules")
