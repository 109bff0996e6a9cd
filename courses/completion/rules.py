"""Whose progress is read, and who goes through a course tracked."""

from django.db.models import QuerySet
from wagtail.models import Page

from content.audience.rules import Reader, is_member
from courses.completion.choices import Refused
from courses.editions.rules import can_run, run_by
from courses.enrolment.models import Enrolment


def can_read_progress(user: Reader, enrolment: Enrolment) -> bool:
    """Return whether this person may read somebody's progress: one's own, and that of people in an edition that one runs."""
    return is_member(user) and (enrolment.person_id == user.pk or can_run(user, enrolment.edition))  # type: ignore[union-attr]


def progress_visible_to(user: Reader) -> QuerySet[Enrolment]:
    """Return those whose progress this person may read: the twin of `can_read_progress`."""
    if not is_member(user):
        return Enrolment.objects.none()
    return Enrolment.objects.filter(person=user.pk) | Enrolment.objects.filter(edition__in=run_by(user))  # type: ignore[union-attr]


def can_pass(user: Reader, enrolment: Enrolment, page: Page) -> bool:
    """Return whether conditions of release do not hold this person back: who runs the edition, and who publishes the page."""
    return is_member(user) and (can_run(user, enrolment.edition) or page.permissions_for_user(user).can_publish())


def refusal(enrolment: Enrolment | None) -> str:
    """Return why nothing is tracked for one who wants to mark a unit (`Refused`); empty where it is."""
    if enrolment is None or not enrolment.is_active:
        return Refused.STRANGER
    return Refused.CLOSED if enrolment.edition.is_closed else ""
