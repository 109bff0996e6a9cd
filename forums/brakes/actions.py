"""A text is weighed before it is kept: what slows it down says so kindly, and the next try is never lost."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from forums.boards.models import Forum
from forums.boards.rules import can_moderate
from forums.brakes.queries import same_text
from forums.brakes.trap import Trap, was_too_fast
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.queries import Writer, has_been_approved, written_with
from forums.moderation.models import Suspension
from forums.moderation.queries import suspension_of
from limits.actions import hit_person

WINDOW = 10 * 60  # seconds
MOST, MOST_OF_NEW = 20, 6  # messages of one person in that time, and of one of whom nobody has read anything
MOST_OF_RANGE = 300  # a whole ministry, in a workshop, may share one network


@dataclass(frozen=True)
class Verdict:
    """`refusal`: a sentence for the writer, empty where the text may be kept; `field`: beside which field it stands (None: all of them)."""

    refusal: str = ""
    field: str | None = None


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A form as it came. `email`: of a guest who may not be known yet. `address`: of the network."""

    text: str
    token: UUID
    trap: Trap
    email: str
    address: str


def weigh(*, writer: Writer | None, forum: Forum, filled: Filled, now: datetime) -> Verdict:
    """Say whether a text may be kept now; counts it where it may be. Call outside a transaction.

    `writer`: None for a guest who writes for the first time. The same form sent twice is not weighed twice. Moderators only pass the
    suspension. A member's form without a stamp passes (her address is proven), a guest's does not.
    """
    if written_with(filled.token) is not None:
        return Verdict()
    member = writer if isinstance(writer, User) else None
    if member and (held := suspension_of(member, now)):  # a guest is told behind her link: anybody can type her address
        return Verdict(said_of(held=held))
    if member and can_moderate(member, forum):
        return Verdict()
    if filled.trap.website:
        return Verdict(_("A field that people do not see was filled in. Perhaps your browser did it: please send your message once more."))
    if (filled.trap.began or not member) and was_too_fast(filled.trap.began, now):
        return Verdict(_("That was very quick. Please look at your message and send it once more."))
    if writer and (before := same_text(writer, forum, filled.text, now)):
        is_twin = before.token == filled.token  # the same form, come twice at once
        return Verdict() if is_twin else Verdict(_said_before(before), "text")
    return _slowed(writer, filled, now)


def said_of(*, held: Suspension) -> str:
    """Return the sentence for somebody who is suspended, and until when."""
    if held.ends_at is None:
        return _("You can read everything here, but not write in the forums until a moderator releases you.")
    day = date_format(held.ends_at, "j F Y, H:i")
    return _("Until %(day)s you can read everything here, but not write in the forums.") % {"day": day}


def _said_before(post: Post) -> str:
    if post.state != State.PUBLISHED:
        return _("You have sent these words already; they wait to be published.")
    link = reverse("post", args=[post.uid])
    return format_html('{} <a href="{}">{}</a>', _("You have written these words here already."), link, _("Go to the message"))


def _slowed(writer: Writer | None, filled: Filled, now: datetime) -> Verdict:
    """Count this message; refuse it where too many came within the window."""
    account = f"member {writer.pk}" if isinstance(writer, User) else f"guest {filled.email.lower()}"
    most = MOST if writer and has_been_approved(writer) else MOST_OF_NEW
    counted = hit_person(
        name="forums-write", account=account, address=filled.address, limit=most, range_limit=MOST_OF_RANGE, seconds=WINDOW, now=now
    )
    if counted.allowed:
        return Verdict()
    minutes = -(-counted.retry_after // 60)
    told = ngettext(
        "Many messages came within a short time. Your text is kept here: please send it again in %(minutes)d minute.",
        "Many messages came within a short time. Your text is kept here: please send it again in %(minutes)d minutes.",
        minutes,
    )
    return Verdict(told % {"minutes": minutes}, "text")
