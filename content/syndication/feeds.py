"""The feed of new pages, one for each language."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.pages.addresses import address, content_code, full, home_of
from content.syndication.queries import newest


class NewPages(Feed):
    """Pages of one language, newest first, as a stranger may read them: readers of feeds do not sign in."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> str:
        """Return the language that the address names."""
        return get_language() or "pt"

    def title(self, language: str) -> str:
        """Return what readers of feeds show."""
        return _("New pages of SSTC Academy")

    def link(self, language: str) -> str:
        """Return the first page."""
        return full(home_of(language))

    def feed_url(self, language: str) -> str:
        """Return where the feed itself is."""
        return full(reverse("feed"))

    def items(self, language: str) -> list[Page]:
        """Return the pages."""
        return list(newest(content_code(language)))

    def item_title(self, item: Page) -> str:
        """Return the title, as text."""
        return item.title

    def item_description(self, item: Page) -> str:
        """Return the lead, or what search machines are told."""
        return str(getattr(item, "lead", "") or item.search_description)

    def item_link(self, item: Page) -> str:
        """Return the address."""
        return full(address(item.url_path))

    def item_guid(self, item: Page) -> str:
        """Return a name that stays when the page moves."""
        return f"urn:uuid:{item.translation_key}:{item.locale_id}"

    def item_pubdate(self, item: Page) -> datetime | None:
        """Return when it first came out."""
        return item.first_published_at

    def item_updateddate(self, item: Page) -> datetime | None:
        """Return when it last changed."""
        return item.last_published_at

    def item_extra_kwargs(self, item: Page) -> dict[str, Any]:
        """Return nothing more."""
        return {}
