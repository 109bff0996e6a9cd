"""An edition is prepared and changed."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from accounts.models import User
from courses.editions.actions.audit import note_act
from courses.editions.actions.locking import open_to_change
from courses.editions.models import Edition
from courses.editions.plain import changes, plain
from courses.editions.signals import edition_changed

FIELDS = ("name", "languages", "zone", "is_self_paced", "starts_on", "ends_on", "enrol_until", "places", "policy", "code")


@transaction.atomic
def create_edition(*, course_key: UUID, values: dict[str, Any], by: User | None, uid: UUID | None = None, now: datetime) -> Edition:
    """Prepare an edition of the course with this key; nobody finds it before it is announced.

    `values`: by name of field (`FIELDS`). `uid`: the id that its form bore; the same form again is the same edition.
    """
    said = {"course_key": course_key} | {name: values[name] for name in FIELDS if name in values}
    edition, is_new = Edition.objects.get_or_create(uid=uid or uuid4(), defaults=said)
    if not is_new:
        return edition
    note_act(edition=edition, by=by, verb="edition.create", data={name: plain(values[name]) for name in FIELDS if name in values}, now=now)
    return edition


@transaction.atomic
def change_edition(*, edition: Edition, values: dict[str, Any], by: User | None, now: datetime) -> bool:
    """Change these fields and write down what was before; returns whether anything was. Raises ValueError for a closed edition."""
    held = open_to_change(edition=edition)
    wanted = {name: values[name] for name in FIELDS if name in values}
    changed = changes({name: getattr(held, name) for name in wanted}, wanted)
    if not changed:
        return False
    for name in changed:
        setattr(held, name, wanted[name])
        setattr(edition, name, wanted[name])
    held.save(update_fields=list(changed))
    note_act(edition=held, by=by, verb="edition.change", data=changed, now=now)
    edition_changed.send(sender=Edition, edition=held, now=now)
    return True
