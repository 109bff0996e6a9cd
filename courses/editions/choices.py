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


# What staff did, in words, by the verb that the log keeps. Rooms above add theirs by the hook `staff_verbs`.
VERBS = {
    "edition.create": _("prepared the edition"),
    "edition.copy": _("copied the edition"),
    "edition.change": _("changed the edition"),
    "edition.announce": _("announced the edition"),
    "edition.close": _("closed the edition"),
    "edition.let_run": _("let somebody run the edition"),
    "edition.stop_running": _("no longer lets somebody run the edition"),
    "edition.module_dates": _("changed the dates of modules"),
    "event.add": _("added an event"),
    "event.change": _("changed an event"),
    "event.remove": _("removed an event"),
}
