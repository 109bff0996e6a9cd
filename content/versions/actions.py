"""Keeping what was published."""

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from accounts.models import User
from content.practices.models import PracticePage
from content.practices.queries import facts_of, values_of
from content.versions.models import Version
from content.versions.queries import latest_version


@transaction.atomic
def keep_version(*, page: PracticePage, by: User | None, now: datetime) -> Version:
    """Keep what a practice says now as its next version; the same again makes none. Returns the version that says it.

    Numbers are given under a lock on the page's row: two publications at once become two numbers.
    """
    PracticePage.objects.select_for_update().only("pk").get(pk=page.pk)
    language = page.locale.language_code
    said = _plain({"values": values_of(page), "facts": facts_of(page)})
    last = latest_version(page.translation_key, language)
    if last is not None and last.values == said["values"] and last.facts == said["facts"]:
        return last
    return Version.objects.create(
        translation_key=page.translation_key,
        language=language,
        number=last.number + 1 if last else 1,
        title=page.title,
        values=said["values"],
        facts=said["facts"],
        changed=_changed(last, said) if last else [],
        published_at=now,
        published_by=by,
    )


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    """Return the values as they come back from the database."""
    return dict(json.loads(json.dumps(said, cls=DjangoJSONEncoder)))


def _changed(last: Version, said: dict[str, Any]) -> list[str]:
    """Return the names of what differs, texts before facts."""
    return [
        name
        for part, before in (("values", last.values), ("facts", last.facts))
        for name in said[part]
        if said[part][name] != before.get(name)
    ]
