"""The certificates of an edition: how they stand, and what can be done with all at once."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, AwardQuerySet
from certificates.credentials.rules import besides_own, decides_about_all
from certificates.designs.choices import Kind
from courses.completion.models import Completion
from courses.editions.models import Edition


def counts(edition: Edition, *, decided_by: User | None = None) -> dict[str, int]:
    """Return how many certificates of the edition stand where, by state; states that nobody is in are 0. One query. `decided_by`: only
    those about which this person decides.
    """
    rows = (
        besides_own(Award.objects.filter(edition=edition), decided_by)
        .values("state")
        .annotate(number=Count("pk"))
        .values_list("state", "number")
    )
    return dict.fromkeys(Stage.values, 0) | dict(rows)


def can_be_issued(edition: Edition, *, decided_by: User | None = None) -> AwardQuerySet:
    """Return the awards that `issue_all` lets be made: those that wait for an answer, and those that failed."""
    rows = Award.objects.filter(edition=edition, state__in=[Stage.WAITING, Stage.FAILED], person__isnull=False)
    return besides_own(rows.exclude(name=""), decided_by)


def without_award(edition: Edition, *, decided_by: User | None = None) -> QuerySet[Completion]:
    """Return who completed the course in this edition and was awarded nothing: there was no design then, or there were no certificates.
    `decided_by`: without her who decides, unless she manages all.
    """
    awards = Award.objects.filter(edition=OuterRef("enrolment__edition"), person=OuterRef("enrolment__person"), kind=Kind.COMPLETION)
    rows = Completion.objects.filter(enrolment__edition=edition, enrolment__person__erased_at=None)
    if decided_by and not decides_about_all(decided_by):
        rows = rows.exclude(enrolment__person=decided_by)
    return rows.exclude(Exists(awards)).select_related("enrolment__person", "enrolment__edition").order_by("pk")
