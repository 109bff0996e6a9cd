"""What came live or went by another way than publishing (restored, seeded, deleted in bulk)."""

from django.db.models import Exists, OuterRef

from content.shelves.actions.shelving import shelve
from content.shelves.models import ShelfItem
from content.shelves.queries import own_pages


def catch_up(*, limit: int = 50) -> int:
    """Shelve practices that the index does not know, and forget those that are gone, a few at a time. Returns how many."""
    known = ShelfItem.objects.filter(translation_key=OuterRef("translation_key"))
    missing = own_pages().filter(~Exists(known)).order_by("first_published_at", "pk").values_list("translation_key", flat=True)
    live = own_pages().filter(translation_key=OuterRef("translation_key"))
    gone = ShelfItem.objects.filter(~Exists(live)).order_by("pk").values_list("translation_key", flat=True)
    keys = list(dict.fromkeys([*missing[:limit], *gone[:limit]]))
    shelve(keys=keys)
    return len(keys)
