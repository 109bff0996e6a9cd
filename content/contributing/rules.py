"""Who may do what with a contribution: its owner and those who write along; while others have it before them, nobody changes it."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from content.contributing.models import Contribution
from content.reviewing.choices import CLOSED, Stage
from content.reviewing.queries import standings


def visible_to(user: Any) -> QuerySet[Contribution]:
    """Return the contributions that this person writes: the twin of `can_see`."""
    if not isinstance(user, User) or not user.is_active:
        return Contribution.objects.none()
    return Contribution.objects.filter(Q(owner=user) | Q(pk__in=user.co_authored.joined().values("contribution")))


def can_begin(user: Any) -> bool:
    """Return whether this person may begin a contribution: everybody with an account."""
    return isinstance(user, User) and user.is_active


def can_see(user: Any, contribution: Contribution) -> bool:
    """Return whether this person finds a contribution: who writes it. To all others it does not exist."""
    return visible_to(user).filter(pk=contribution.pk).exists()


def is_owner(user: Any, contribution: Contribution) -> bool:
    """Return whether this person began it."""
    return isinstance(user, User) and user.is_active and contribution.owner_id == user.pk


def stage_of(contribution: Contribution) -> Stage:
    """Return where the practice stands on its way; a draft as long as nothing was sent."""
    standing = standings([contribution.key]).get(contribution.key)
    return standing.stage if standing else Stage.DRAFT


def can_write(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may change answers and files now: an author, and nobody reviews it."""
    return can_see(user, contribution) and stage_of(contribution) not in (*CLOSED, Stage.WITHDRAWN)


def can_send(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may send it to review: who may write it."""
    return can_write(user, contribution)


def can_take_back(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may take it out of review: an author, while it is there."""
    return can_see(user, contribution) and stage_of(contribution) in CLOSED


def can_invite(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may ask others to write along, or no longer: the owner alone."""
    return is_owner(user, contribution)


def can_throw_away(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may delete it: the owner, as long as it was never sent."""
    return is_owner(user, contribution) and contribution.sent_at is None


def can_withdraw(user: Any, contribution: Contribution) -> bool:
    """Return whether this person may withdraw what is published: the owner."""
    return is_owner(user, contribution) and stage_of(contribution) == Stage.PUBLISHED
