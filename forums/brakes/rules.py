"""Whether a new text is read at once or looked at first. Nothing that a person wrote is thrown away here."""

from forums.boards.models import Forum
from forums.boards.rules import can_moderate
from forums.discussions.choices import State
from forums.discussions.queries import Writer, has_been_approved
from forums.guests.models import Guest
from forums.moderation.watching import why_look


def first_state(writer: Writer, forum: Forum, text: str) -> State:
    """Return the state in which a text begins: guests confirm first; what `why_look` finds waits for a moderator."""
    if isinstance(writer, Guest):
        return State.UNCONFIRMED
    return reviewed_state(writer, forum, text)


def reviewed_state(writer: Writer, forum: Forum, text: str) -> State:
    """Return the state of a text whose writer is proven: published, or waiting for a moderator."""
    if not isinstance(writer, Guest) and can_moderate(writer, forum):
        return State.PUBLISHED
    why = why_look(text, words=forum.words, is_known=has_been_approved(writer), checks_first_posts=forum.checks_first_posts)
    return State.WAITING if why else State.PUBLISHED
