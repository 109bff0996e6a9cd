"""Questions about who takes part."""

from uuid import UUID

from content.audience.rules import Reader, is_member
from courses.enrolment.models import Enrolment


def active_enrolments(user: Reader) -> list[Enrolment]:
    """Return the enrolments of one who takes part, each with its edition, the latest first. One query for each person object."""
    if user is None or not is_member(user):
        return []
    if "_active_enrolments" not in user.__dict__:
        rows = Enrolment.objects.active().filter(person=user.pk).select_related("edition").order_by("-since", "-pk")
        user.__dict__["_active_enrolments"] = list(rows)
    kept: list[Enrolment] = user.__dict__["_active_enrolments"]
    return kept


def current_enrolment(user: Reader, course_key: UUID) -> Enrolment | None:
    """Return the enrolment that counts while this person reads this course: in an edition that is not closed, else the latest."""
    here = [row for row in active_enrolments(user) if row.edition.course_key == course_key]
    return next((row for row in here if not row.edition.is_closed), here[0] if here else None)


def forget_enrolments(user: Reader) -> None:
    """Ask again: after a change within the same request."""
    if user is not None:
        user.__dict__.pop("_active_enrolments", None)
