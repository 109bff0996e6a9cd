"""Loading the demonstration practices: published, findable at once, never written over what people made of them."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from content.pages.actions import spread_aliases
from content.practices.actions import plant_library, write_practice
from content.practices.models import PracticePage
from content.practices.queries import library_of
from content.search.actions import index_page
from content.seeding.shaping import identity
from content.shelves.actions import shelve

PLACE = Path(__file__).parent / "practices.json"


def load_practices(*, now: datetime, say: Callable[[str], None], place: Path = PLACE) -> int:
    """Write and publish the practices that are missing; return how many. They are put on the shelves here: no job is waited for."""
    plant_library(now=now)
    told = json.loads(place.read_text(encoding="utf-8"))
    keys = {identity(f"practices/{row['slug']}"): row for row in told}
    there = set(PracticePage.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    missing = {key: row for key, row in keys.items() if key not in there}
    for key, row in missing.items():
        _load(row, key, now)
        say(f"{row['title']} ({row['language']})")
    if missing:
        shelve(keys=list(missing))
    return len(missing)


@transaction.atomic
def _load(row: dict[str, Any], key: Any, now: datetime) -> None:
    values = {**row["values"], "title": row["title"], "modality": row["modality"], "is_demonstration": row["is_demonstration"]}
    facts = {**row["facts"], "countries": [{"country": iso2} for iso2 in row["facts"]["countries"]]}
    library = library_of(row["language"])
    if library is None:
        raise LookupError(f"There is no library in {row['language']}: run manage.py setup first.")
    page = write_practice(
        parent=library,
        language=row["language"],
        values={**values, "contacts_consent": True},
        facts=facts,
        owner=None,
        now=now,
        key=key,
    )
    page.latest_revision.publish(skip_permission_checks=True)
    spread_aliases(page=PracticePage.objects.get(pk=page.pk))
    index_page(page_id=page.pk)
