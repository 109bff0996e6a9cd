"""Background work of this room."""

from django.utils import timezone
from django_tasks import task

from accounts.models import User
from courses.admission.actions import bring_people
from courses.editions.queries import edition_or_none
from courses.enrolment.actions import NEW, Entry
from courses.enrolment.refusals import Refused


@task()
def bring(edition_uid: str, by_id: int | None, rows: list[dict[str, str]], is_again: bool = False) -> int:
    """Bring these people in; return how many were new. Nothing where the edition is gone or closed meanwhile."""
    edition = edition_or_none(edition_uid)
    if edition is None:
        return 0
    by = User.objects.filter(pk=by_id).first() if by_id else None
    entries = {line: Entry(**row) for line, row in enumerate(rows)}
    try:
        found = bring_people(edition=edition, entries=entries, by=by, is_again=is_again, now=timezone.now())
        return sum(what in NEW for _line, what in found)
    except Refused:
        return 0
