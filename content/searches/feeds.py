"""Any search as a feed."""

import re
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.library.asking import Asked
from content.library.choices import Sort
from content.library.facets import chips
from content.library.listing import Row, rows
from content.library.queries import Found, find, keys_of
from content.pages.addresses import full

NEWEST = 20
MINUTES = 15
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no place for


class LibraryFeed(Feed):
    """The newest practices that fit, as a stranger may read them: readers of feeds do not sign in."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer; whoever asks again within minutes gets the same."""
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = f"public, max-age={MINUTES * 60}"
        return response

    def get_object(self, request: HttpRequest) -> Found:
        """Return what is asked, the newest first."""
        return find(Asked.read(request.GET).sorted_by(Sort.NEWEST), user=AnonymousUser(), language=get_language() or "pt")

    def title(self, found: Found) -> str:
        """Return what readers of feeds show."""
        narrowing = ", ".join(chip.label for chip in chips(found))
        return _sayable(": ".join(part for part in (_("New good practices"), narrowing) if part))

    def link(self, found: Found) -> str:
        """Return the list."""
        return full(reverse("library")) + _query(found)

    def feed_url(self, found: Found) -> str:
        """Return where the feed itself is."""
        return full(reverse("library-feed")) + _query(found)

    def items(self, found: Found) -> list[Row]:
        """Return the practices."""
        return rows(found, keys_of(found.ordered(0, NEWEST)), user=AnonymousUser())

    def item_title(self, item: Row) -> str:
        """Return the title, as text."""
        return _sayable(item.plain_title)

    def item_description(self, item: Row) -> str:
        """Return the summary."""
        return _sayable(item.plain_text)

    def item_link(self, item: Row) -> str:
        """Return the address."""
        return full(item.url)

    def item_guid(self, item: Row) -> str:
        """Return a name that stays when the page moves."""
        return f"urn:uuid:{item.key}"

    def item_pubdate(self, item: Row) -> datetime | None:
        """Return when it first came out."""
        return item.published_at  # type: ignore[no-any-return]

    def item_updateddate(self, item: Row) -> datetime | None:
        """Return when it last changed."""
        return item.changed_at  # type: ignore[no-any-return]


def _query(found: Found) -> str:
    query = found.asked.sorted_by("").query
    return f"?{query}" if query else ""


def _sayable(text: str) -> str:
    return _UNSAYABLE.sub("", text)
