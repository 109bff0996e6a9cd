"""Forums come to be."""

from uuid import UUID

from django.db import transaction

from forums.boards.models import Forum


@transaction.atomic
def open_forum(*, key: UUID, audience: str = "") -> Forum:
    """Return the forum of a page for an audience; made when somebody first needs it. Safe to call twice, and at once."""
    return Forum.objects.get_or_create(key=key, audience=audience)[0]


@transaction.atomic
def open_general(*, slug: str, titles: dict[str, str], leads: dict[str, str], rank: int = 0) -> Forum:
    """Return the general forum with this slug, with these titles and leads (by language code). Safe to call twice."""
    return Forum.objects.update_or_create(slug=slug, defaults={"titles": titles, "leads": leads, "rank": rank})[0]
