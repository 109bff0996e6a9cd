"""Who decides about enrolments, and who ends them."""

from django.db.models import Q, QuerySet

from content.audience.rules import Reader, is_member
from courses.editions.choices import Stage
from courses.editions.rules import can_run, run_by
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment

ENDABLE = (State.ACTIVE, State.ASKED, State.WAITING)


def can_decide(user: Reader, enrolment: Enrolment) -> bool:
    """Return whether this person decides about this enrolment: who runs its edition."""
    return can_run(user, enrolment.edition)


def decided_by(user: Reader) -> QuerySet[Enrolment]:
    """Return the enrolments that this person decides about: the twin of `can_decide`."""
    return Enrolment.objects.filter(edition__in=run_by(user))


def can_withdraw(user: Reader, enrolment: Enrolment) -> bool:
    """Return whether this person may end this enrolment: her own, or in an edition that she runs, while there is something to end."""
    is_open = enrolment.state in ENDABLE and not enrolment.edition.is_closed
    return is_open and is_member(user) and (enrolment.person_id == user.pk or can_run(user, enrolment.edition))  # type: ignore[union-attr]


def withdrawable_by(user: Reader) -> QuerySet[Enrolment]:
    """Return the enrolments that this person may end: the twin of `can_withdraw`."""
    if user is None or not is_member(user):
        return Enrolment.objects.none()
    open_ones = Enrolment.objects.filter(state__in=ENDABLE).exclude(edition__stage=Stage.CLOSED)
    return open_ones.filter(Q(person=user.pk) | Q(edition__in=run_by(user)))
