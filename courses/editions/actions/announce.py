"""An edition is announced."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import open_to_change
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.editions.queries import discussed_keys
from courses.editions.signals import edition_announced
from forums.boards.actions import open_forum


@transaction.atomic
def announce_edition(*, edition: Edition, by: User | None, now: datetime) -> Edition:
    """Let people find the edition, and open its own forums below the modules and discussions of the course. Safe to call twice.

    Raises ValueError for a closed edition.
    """
    held = open_to_change(edition=edition)
    if held.stage == Stage.OPEN:
        return held
    held.stage = edition.stage = Stage.OPEN
    held.save(update_fields=["stage"])
    for key in sorted(discussed_keys(held.course_key)):
        open_forum(key=key, audience=held.audience)
    note_act(edition=held, by=by, verb="edition.announce", now=now)
    edition_announced.send(sender=Edition, edition=held, now=now)
    return held
