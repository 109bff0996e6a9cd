"""Where a practice under review is looked at."""

from django.urls import reverse
from wagtail.models import Page


def address_of(page: Page) -> str:
    """Return the address of the reviewers' screen of one language's practice."""
    return reverse("review-in", args=[page.translation_key, page.locale.language_code])
