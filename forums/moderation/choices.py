"""Words of moderation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """Why a reader reports a post, or a moderator takes it down."""

    CHILD = "child", _("A child or a person who reports can be recognised")
    HARM = "harm", _("Threat, insult or hate")
    SPAM = "spam", _("Advertising")
    OFF_TOPIC = "off-topic", _("Off the topic")
    OTHER = "other", _("Something else")


class Verb(TextChoices):
    """What a moderator did."""

    APPROVE = "approve", _("approved")
    REJECT = "reject", _("not published")
    HIDE = "hide", _("hidden")
    RESTORE = "restore", _("shown again")
    DISMISS = "dismiss", _("report set aside")
    MOVE = "move", _("moved")
    SPLIT = "split", _("split off")
    MERGE = "merge", _("merged")
    CLOSE = "close", _("closed")
    OPEN = "open", _("opened again")
    PIN = "pin", _("pinned")
    UNPIN = "unpin", _("no longer pinned")
    EDIT = "edit", _("edited")
    SUSPEND = "suspend", _("suspended")
    RELEASE = "release", _("suspension ended")


class Why(TextChoices):
    """Why a text waits for a moderator."""

    WORD = "word", _("Watched word")
    LINK = "link", _("A link by somebody new")
    FIRST = "first", _("First message")


# What may be done with a post, by the state in which it stands; hiding what an alarm has hidden keeps it so.
FITTING = {
    Verb.APPROVE: ("waiting", "rejected"),
    Verb.REJECT: ("waiting",),
    Verb.HIDE: ("published", "hidden"),
    Verb.RESTORE: ("hidden",),
    Verb.DISMISS: ("published",),
}
UNDO_MINUTES = 10
NOT_UNDONE = (Verb.RELEASE,)
# The writer hears nothing of an alarm that was set aside, nor of what only tidies the list.
UNTOLD = (Verb.DISMISS, Verb.PIN, Verb.UNPIN)
