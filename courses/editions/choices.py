"""Words for how an edition is held and what staff did in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Policy(models.TextChoices):
    """How one comes in."""

    OPEN = "open", pgettext_lazy("enrolment", "Open: whoever asks is in")
    APPROVAL = "approval", _("A facilitator approves")
    INVITATION = "invitation", _("By invitation")
    CODE = "code", _("With a code")


class Stage(models.TextChoices):
    """Where an edition stands."""

    DRAFT = "draft", pgettext_lazy("edition", "Being prepared")
    OPEN = "open", pgettext_lazy("edition", "Announced")
    CLOSED = "closed", pgettext_lazy("edition", "Closed")
