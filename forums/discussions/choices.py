"""Words of a post's state, and of how its language is known."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a post stands. Only published ones are read by others; hidden and deleted ones leave a tombstone once they had a place."""

    UNCONFIRMED = "unconfirmed", _("waits for its writer's confirmation")
    WAITING = "waiting", _("waits for a moderator")
    PUBLISHED = "published", _("published")
    HIDDEN = "hidden", _("hidden by moderation")
    REJECTED = "rejected", _("not published")
    DELETED = "deleted", _("deleted by its writer")


class Source(TextChoices):
    """How the language of a post is known, the weakest first: none replaces a stronger one."""

    PRIOR = "prior", _("supposed")
    FOUND = "found", _("found in the text")
    READERS = "readers", _("said by readers")
    AUTHOR = "author", _("said by its writer")
    MODERATOR = "moderator", _("said by a moderator")


TOMBSTONES = (State.HIDDEN, State.DELETED)
OPEN = (State.UNCONFIRMED, State.WAITING)
