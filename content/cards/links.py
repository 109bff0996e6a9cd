"""Where the card of a page is."""

from django.urls import reverse
from wagtail.models import Page

from content.pages.addresses import full


def card_url(page: Page) -> str:
    """Return the whole address of a page's card; it changes with each publication, so that copies elsewhere are fetched anew."""
    path = reverse("card", args=[page.locale.language_code, page.translation_key])
    return full(f"{path}?{page.last_published_at:%Y%m%d%H%M}" if page.last_published_at else path)
