"""Leftovers that an editor has dealt with."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from content.importing.models import ImportedDocument
from content.sorting.choices import Went


@transaction.atomic
def tick_off(*, document: ImportedDocument, done: Collection[int], user: Any, now: datetime) -> int:
    """Mark the leftovers at these positions as done and all others as open. Returns how many changed; who was first stays named."""
    box = document.leftovers.filter(went=Went.LEFT)
    ticked = box.filter(position__in=done, done_at=None).update(done_at=now, done_by=user)
    return ticked + box.exclude(position__in=done).exclude(done_at=None).update(done_at=None, done_by=None)
