"""A guest is asked, by mail, whether it was she."""

from datetime import datetime

from accounts.models import User
from forums.discussions.models import Post
from forums.guestbook.queries import owner_of
from forums.guests.links import confirm_token, full_url, messages_url
from forums.guests.models import Guest
from limits.actions import hit_person
from mail.actions import write_from_template

PER_ADDRESS = 5  # mails an hour that strangers can have sent to one address
PER_RANGE = 300  # and from one network: whole ministries share one
SECONDS = 60 * 60


def may_mail(*, email: str, address: str, now: datetime) -> bool:
    """Count a mail that a stranger asks for from this network address; False when enough are on their way. Call outside a transaction."""
    verdict = hit_person(
        name="forums-guests", account=email, address=address, limit=PER_ADDRESS, range_limit=PER_RANGE, seconds=SECONDS, now=now
    )
    return verdict.allowed


def ask_to_confirm(*, guest: Guest, post: Post, follows: bool, language: str, now: datetime) -> None:
    """Mail the link behind which a message is confirmed, in this language.

    The mail to the address of an account leads to its sign-in instead: on screen nobody learns that there is one. What was typed is not in
    the mail: anybody can type anybody's address.
    """
    owner = owner_of(guest)
    link = full_url(
        "guest-confirm", confirm_token(guest=guest.uid, post=post.uid, follows=follows, now=now), owner.language if owner else language
    )
    if owner:
        _mail(guest, "forums_guest_member", {"confirm_url": link}, owner.language, now, person=owner)
    else:
        _mail(guest, "forums_guest_confirm", {"confirm_url": link}, language, now)


def mail_link(*, guest: Guest, language: str, now: datetime) -> None:
    """Mail the link that opens all that this address wrote."""
    _mail(guest, "forums_guest_link", {}, language, now)


def _mail(guest: Guest, template: str, context: dict[str, str], language: str, now: datetime, person: User | None = None) -> None:
    own = {"messages_url": messages_url(guest=guest.uid, turn=guest.turn, language=language, now=now)}
    write_from_template(
        to=guest.email or "",
        kind="forums-guest",
        template=f"mail/{template}",
        context=own | context,
        language=language,
        person=person,
        now=now,
        is_essential=True,
    )
