"""Addresses of pages made without asking the database: from `url_path`, the cached roots of the trees and the language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_supported_language_variant, override
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Site
from wagtail.models.sites import SiteRootPath


def content_code(language: str | None) -> str:
    """Return the content language that is read under this interface language: `pt` for `pt-br`."""
    try:
        return str(get_supported_content_language_variant(language))
    except LookupError:
        return str(get_supported_content_language_variant(settings.LANGUAGE_CODE))


def roots(request: HttpRequest | None = None) -> list[SiteRootPath]:
    """Return where each language's tree begins; read from the cache once for a request."""
    if request is None:
        return list(Site.get_site_root_paths())
    if not hasattr(request, "_wagtail_cached_site_root_paths"):
        request._wagtail_cached_site_root_paths = Site.get_site_root_paths()  # type: ignore[attr-defined]
    return list(request._wagtail_cached_site_root_paths)  # type: ignore[attr-defined]


def root_of(language: str, request: HttpRequest | None = None) -> str:
    """Return the `url_path` of the first page read under this interface language, or nothing."""
    code = content_code(language)
    return next((root.root_path for root in roots(request) if root.language_code == code), "")


def home_of(language: str) -> str:
    """Return the address of the first page under this interface language."""
    with override(get_supported_language_variant(language)):
        return reverse("wagtail_serve", args=("",))


def address(url_path: str, request: HttpRequest | None = None, *, language: str = "") -> str:
    """Return the address of the page at `url_path`, under `language` (else the active one) where that reads this tree; "" if outside."""
    root = next((root for root in roots(request) if url_path.startswith(root.root_path)), None)
    if root is None:
        return ""
    active = language or get_language() or root.language_code
    code = active if content_code(active) == root.language_code else root.language_code
    with override(code):
        return reverse("wagtail_serve", args=(url_path[len(root.root_path) :],))


def full(path: str) -> str:
    """Return the address with the scheme and host that the operator gave."""
    return f"{settings.SITE_URL}{path}"
