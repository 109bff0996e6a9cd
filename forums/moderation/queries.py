"""Questions about suspensions, decisions, alarms and who moderates."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from accounts.models import User
from content.pages.addresses import content_code
from forums.boards.rules import MODERATE
from forums.discussions.models import Post
from forums.discussions.queries import Writer
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Decision, Report, Suspension, SuspensionQuerySet


def suspensions_of(writer: Writer) -> SuspensionQuerySet:
    """Return every suspension that this person, or a guest's address, ever had."""
    return Suspension.objects.filter(user=writer) if isinstance(writer, User) else Suspension.objects.filter(guest=writer)


def suspension_of(writer: Writer, now: datetime) -> Suspension | None:
    """Return the suspension that keeps this person from writing now, the longest; None where she may write."""
    return max(suspensions_of(writer).in_force(now), key=lambda one: (one.ends_at is None, one.ends_at or now), default=None)


def is_suspended(writer: Writer, now: datetime) -> bool:
    """Return whether this member, or this guest's address, may not write now."""
    return suspension_of(writer, now) is not None


def last_decision(post: Post) -> Decision | None:
    """Return what was decided about a post last, leaving out what was taken back."""
    return Decision.objects.filter(post=post, undone_at=None).select_related("moderator").order_by("-pk").first()


def was_judged(post: Post, reporter: User | None) -> bool:
    """Return whether moderators left this post standing after this member called a child recognisable in it (None: after anybody)."""
    alarms = Report.objects.filter(post=post, reason=Reason.CHILD, settled_at__isnull=False)
    if reporter is not None:
        alarms = alarms.filter(reporter=reporter)
    left = Decision.objects.filter(post=post, verb__in=[Verb.RESTORE, Verb.DISMISS], undone_at=None)
    return alarms.exists() and left.exists()


def moderators() -> list[User]:
    """Return those who moderate every forum: one query."""
    codename = MODERATE.partition(".")[2]
    right = Q(groups__permissions__codename=codename) | Q(user_permissions__codename=codename) | Q(is_superuser=True)
    return list(User.objects.present().filter(right).distinct().order_by("name", "pk"))


def readers_of(code: str, among: list[User]) -> list[User]:
    """Return those of these people whose interface is in this language; Brazilian Portuguese counts as Portuguese."""
    return [person for person in among if content_code(person.language) == code]


def held_about(user: User) -> dict[str, Any]:
    """Return what moderation holds about a person: her alarms, decisions about her, her suspensions. Who decided is not hers."""
    alarms = Report.objects.filter(reporter=user).order_by("pk").values("post__uid", "reason", "words", "made_at", "settled_at")
    decided = Decision.objects.filter(user=user).order_by("pk")
    held = decided.values("verb", "post__uid", "topic__uid", "reason", "words", "decided_at", "undone_at")
    stopped = suspensions_of(user).order_by("pk").values("reason", "words", "begins_at", "ends_at", "released_at")
    return {"reports": list(alarms), "decisions": list(held), "suspensions": list(stopped)}
