"""Who is written to at all."""

from django.db.models import QuerySet

from accounts.models import User
from courses.editions.choices import Stage
from courses.enrolment.models import Enrolment


def reachable() -> QuerySet[Enrolment]:
    """Return the enrolments of people who are written to: who take part in an edition that is not closed, have not completed the course,
    and can sign in.
    """
    rows = Enrolment.objects.active().filter(edition__stage=Stage.OPEN, completion=None, person__in=User.objects.present())
    return rows.select_related("edition", "person").order_by("pk")
