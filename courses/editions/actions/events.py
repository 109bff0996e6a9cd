"""Events are added, changed, removed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import open_to_change
from courses.editions.models import Edition, Event
from courses.editions.plain import changes, plain

FIELDS = ("title", "starts_at", "minutes", "link", "text")


@transaction.atomic
def add_event(*, edition: Edition, values: dict[str, Any], by: User | None, now: datetime) -> Event:
    """Add an event; the same again (title and moment) is the one that is there. Raises ValueError for a closed edition."""
    held = open_to_change(edition=edition)
    there = held.events.filter(title=values["title"], starts_at=values["starts_at"]).first()
    if there:
        return there
    event = Event.objects.create(edition=held, **{name: values[name] for name in FIELDS if name in values})
    note_act(edition=held, by=by, verb="event.add", data={"event": str(event.uid), "title": event.title}, now=now)
    return event


@transaction.atomic
def change_event(*, event: Event, values: dict[str, Any], by: User | None, now: datetime) -> bool:
    """Change an event; returns whether anything was another, False where it is gone. Raises ValueError where the edition is closed."""
    held = open_to_change(edition=event.edition)
    row = Event.objects.filter(pk=event.pk).first()
    wanted = {name: values[name] for name in FIELDS if name in values}
    changed = changes({name: getattr(row, name) for name in wanted}, wanted) if row else {}
    if row is None or not changed:
        return False
    for name in changed:
        setattr(row, name, wanted[name])
        setattr(event, name, wanted[name])
    row.save(update_fields=list(changed))
    note_act(edition=held, by=by, verb="event.change", data={"event": str(row.uid), "title": row.title, **changed}, now=now)
    return True


@transaction.atomic
def remove_event(*, event: Event, by: User | None, now: datetime) -> bool:
    """Remove an event and whatever hangs on it; False where it is gone. Raises ValueError where the edition is closed."""
    held = open_to_change(edition=event.edition)
    said = {"event": str(event.uid), "title": event.title, "starts_at": plain(event.starts_at)}
    if not Event.objects.filter(pk=event.pk).delete()[0]:
        return False
    note_act(edition=held, by=by, verb="event.remove", data=said, now=now)
    return True
