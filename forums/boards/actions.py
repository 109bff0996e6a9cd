"""Forums come to be, and are closed with their round."""

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


@transaction.atomic
def close_forums(*, audience: str) -> int:
    """Let the forums of a closed round be read and no longer written, but by who moderates them. Returns how many. Safe to call twice."""
    return Forum.objects.filter(audience=audience, is_closed=False).update(is_closed=True) if audience else 0
