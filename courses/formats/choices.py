"""Words of exchanged banks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Format(models.TextChoices):
    """How a bank is written down."""

    GIFT = "gift", _("GIFT (text)")
    MOODLE_XML = "moodle-xml", _("Moodle XML")


MOST_BYTES = 20 * 1024 * 1024
MOST_QUESTIONS = 5000
MOST_ON_SCREEN = 500  # while somebody waits for the page; more by command
SOURCE_TAG = "source:"
TRUE_FALSE = {"en": ("True", "False"), "es": ("Verdadero", "Falso"), "fr": ("Vrai", "Faux"), "pt": ("Verdadeiro", "Falso")}
