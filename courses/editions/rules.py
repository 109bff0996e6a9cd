"""Who runs editions."""

from django.db.models import Q, QuerySet

from content.audience.rules import Reader, is_member
from courses.editions.choices import Stage
from courses.editions.models import Edition

MANAGE = "courses.manage_editions"


def manages_all(user: Reader) -> bool:
    """Return whether this person prepares and runs every edition."""
    return user is not None and is_member(user) and user.has_perm(MANAGE)  # type: ignore[union-attr]


def can_run(user: Reader, edition: Edition) -> bool:
    """Return whether this person runs this edition: its facilitators, and those who manage all."""
    return manages_all(user) or (is_member(user) and edition.facilitator_rows.filter(person=user.pk).exists())  # type: ignore[union-attr]


def run_by(user: Reader) -> QuerySet[Edition]:
    """Return the editions that this person runs: the twin of `can_run`."""
    if manages_all(user):
        return Edition.objects.all()
    return Edition.objects.filter(facilitator_rows__person=user.pk) if is_member(user) else Edition.objects.none()  # type: ignore[union-attr]


def runs_any(user: Reader) -> bool:
    """Return whether this person runs any edition: only then the teaching screens are hers."""
    return manages_all(user) or (is_member(user) and run_by(user).exists())


def can_see(user: Reader, edition: Edition) -> bool:
    """Return whether this person finds this edition: everybody once it is announced, before that those who run it."""
    return edition.stage != Stage.DRAFT or can_run(user, edition)


def visible_to(user: Reader) -> QuerySet[Edition]:
    """Return the editions that this person finds: the twin of `can_see`."""
    if manages_all(user):
        return Edition.objects.all()
    announced = Q(stage__in=[Stage.OPEN, Stage.CLOSED])
    return Edition.objects.filter(announced | Q(pk__in=run_by(user).values("pk")) if is_member(user) else announced)
