"""Keeping what a person prefers."""

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.people.models import User

FIELDS = ("name", "printed_name", "language", "country", "time_zone", "institution")


@transaction.atomic
def save_preferences(*, person: User, values: dict[str, Any], now: datetime) -> User:
    """Keep these values of a person's row; others in `values` are ignored. An empty printed name becomes the name."""
    row = User.objects.get_queryset().select_for_update().get(pk=person.pk)
    for field in FIELDS:
        if field in values:
            setattr(row, field, values[field])
    row.printed_name = row.printed_name or row.name
    row.save(update_fields=FIELDS)
    return row
