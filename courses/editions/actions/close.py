"""An edition is closed: its figures are frozen, its forums are read and not written any more."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail import hooks

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import locked
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.editions.signals import edition_closed
from forums.boards.actions import close_forums


@transaction.atomic
def close_edition(*, edition: Edition, by: User | None, now: datetime) -> Edition:
    """Freeze the figures of the edition, as the rooms above tell them by the hook `edition_report`, and close it for good.

    Safe to call twice: the figures of the first time stay.
    """
    held = locked(edition=edition)
    if held.is_closed:
        return held
    report: dict[str, Any] = {}
    for figures in hooks.get_hooks("edition_report"):
        report |= figures(held, now)
    held.stage, held.closed_at, held.report = Stage.CLOSED, now, report
    held.save(update_fields=["stage", "closed_at", "report"])
    edition.stage, edition.closed_at, edition.report = held.stage, now, report
    close_forums(audience=held.audience)
    note_act(edition=held, by=by, verb="edition.close", now=now)
    edition_closed.send(sender=Edition, edition=held, now=now)
    return held
