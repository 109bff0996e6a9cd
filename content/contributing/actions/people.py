"""Others are asked to write along, accept, and go."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from content.contributing.actions.locking import locked
from content.contributing.choices import MAIL_KIND, MOST_CO_AUTHORS
from content.contributing.links import join_url
from content.contributing.models import CoAuthor, Contribution
from content.contributing.refusals import Refused
from mail.actions import write_from_template


@transaction.atomic
def invite(*, contribution: Contribution, email: str, language: str, by: User, now: datetime) -> CoAuthor:
    """Ask an address to write along, and mail it a link; who was asked and did not accept gets a new one. Raises Refused, Gone."""
    row = locked(contribution=contribution)
    address = email.strip().lower()
    if address == by.email.lower():
        raise Refused(_("This is your own address."))
    held = row.co_authors.filter(email=address).first()
    if held is not None and held.joined_at:
        return held
    if held is None and row.co_authors.count() >= MOST_CO_AUTHORS:
        raise Refused(_("At most %(count)s people write along.") % {"count": MOST_CO_AUTHORS})
    if held is None:
        held = CoAuthor.objects.create(contribution=row, email=address, language=language, invited_by=by, invited_at=now)
    else:
        held.language, held.invited_by, held.invited_at = language, by, now
        held.save(update_fields=["language", "invited_by", "invited_at"])
    write_from_template(
        to=address,
        kind=MAIL_KIND,
        template="mail/content_co_author",
        context={"title": row.title, "who": by.name or by.email, "url": join_url(held, now)},
        language=language,
        now=now,
    )
    return held


@transaction.atomic
def join(*, co_author: CoAuthor, person: User, now: datetime) -> CoAuthor:
    """Write along from now on. Safe to call twice. Raises Refused for somebody with another address, Gone."""
    row = locked(contribution=co_author.contribution)
    if person.email.lower() != co_author.email:
        raise Refused(_("This invitation was sent to another address. Sign in with the account of that address."))
    if row.owner_id == person.pk:
        raise Refused(_("This practice is yours."))
    held = CoAuthor.objects.select_for_update().filter(pk=co_author.pk).first()
    if held is None:
        raise Refused(_("This invitation was taken back."))
    if held.joined_at is None:
        held.person, held.joined_at = person, now
        held.save(update_fields=["person", "joined_at"])
    return held


@transaction.atomic
def part_with(*, co_author: CoAuthor, by: User) -> None:
    """Let somebody write along no longer, or take an invitation back; what she wrote stays. Safe to call twice."""
    CoAuthor.objects.filter(pk=co_author.pk).delete()
