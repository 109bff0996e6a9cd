"""Addresses of our own pages, as a mail in a given language needs them."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override


def full_url(name: str, language: str, **kwargs: str) -> str:
    """Return the whole address of a page in this language."""
    with override(language):
        return f"{settings.SITE_URL}{reverse(name, kwargs=kwargs or None)}"
