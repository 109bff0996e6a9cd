"""Keeping what harvesters are told in step with what everybody may read."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from content.citing.queries import records_of
from content.harvesting.models import HarvestRecord, Membership
from content.harvesting.telling import dc_of, sets_of
from content.practices.queries import practices_seen_by

A_TIME = 200


def tell(*, keys: Collection[UUID], now: datetime) -> int:
    """Look at these practices again and write down what a stranger may read of them. Returns how many records changed.

    Only what really changed gets a new date, to the second; what is gone, or closed, stays as deleted. Any number of times, in any order.
    """
    pages = practices_seen_by(None).filter(translation_key__in=keys).select_related("locale")
    told = {(record.key, record.language): (dc_of(record), sets_of(record)) for record in records_of(list(pages))}
    return _write(told, keys, now.replace(microsecond=0))


@transaction.atomic
def _write(told: dict[tuple[UUID, str], tuple[str, set[str]]], keys: Collection[UUID], at: datetime) -> int:
    rows = HarvestRecord.objects.select_for_update().filter(translation_key__in=keys).prefetch_related("memberships")
    known = {(row.translation_key, row.language): row for row in rows}
    changed = sum(_tell_one(row, told.get(name), at) for name, row in known.items())
    for name, (dc, sets) in told.items():
        if name not in known:
            row, is_new = HarvestRecord.objects.get_or_create(
                translation_key=name[0], language=name[1], defaults={"changed_at": at, "dc": dc}
            )
            changed += is_new
            Membership.objects.bulk_create([Membership(record=row, spec=spec) for spec in sorted(sets)], ignore_conflicts=True)
    return changed


def _tell_one(row: HarvestRecord, told: tuple[str, set[str]] | None, at: datetime) -> bool:
    """Bring one row up to date; say whether that changed anything."""
    if told is None:
        if row.is_deleted:
            return False
        row.is_deleted, row.dc, row.changed_at = True, "", at
        row.save()
        return True
    dc, sets = told
    held = {one.spec for one in row.memberships.all()}
    if not row.is_deleted and row.dc == dc and held == sets:
        return False
    row.is_deleted, row.dc, row.changed_at = False, dc, at
    row.save()
    row.memberships.exclude(spec__in=sets).delete()
    Membership.objects.bulk_create([Membership(record=row, spec=spec) for spec in sorted(sets - held)], ignore_conflicts=True)
    return True


def tell_after(*, key: UUID | None, now: datetime) -> UUID | None:
    """Look at the next practices in the order of their keys, live or told of before. Returns the last key, None at the end."""
    keys = _keys_after(key)
    if keys:
        tell(keys=keys, now=now)
    return keys[-1] if len(keys) == A_TIME else None


def _keys_after(key: UUID | None) -> list[UUID]:
    after = {"translation_key__gt": key} if key else {}
    live = practices_seen_by(None).filter(**after).order_by("translation_key").values_list("translation_key", flat=True).distinct()
    known = HarvestRecord.objects.filter(is_deleted=False, **after).order_by("translation_key").values_list("translation_key", flat=True)
    return sorted({*live[:A_TIME], *known.distinct()[:A_TIME]})[:A_TIME]


def catch_up(*, now: datetime, limit: int = A_TIME) -> int:
    """Tell of practices that came to be read, or no longer are, unheard (restored, brought in). Returns how many records changed."""
    known = HarvestRecord.objects.filter(
        translation_key=OuterRef("translation_key"), language=OuterRef("locale__language_code"), is_deleted=False
    )
    read = practices_seen_by(None).filter(translation_key=OuterRef("translation_key"), locale__language_code=OuterRef("language"))
    missing = practices_seen_by(None).filter(~Exists(known)).values_list("translation_key", flat=True)[:limit]
    gone = HarvestRecord.objects.filter(~Exists(read), is_deleted=False).values_list("translation_key", flat=True)[:limit]
    keys = {*missing, *gone}
    return tell(keys=keys, now=now) if keys else 0
