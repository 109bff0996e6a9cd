"""The library: one form, plain links, and whatever is asked stands in the address."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail import hooks

from content.library.asking import Asked
from content.library.choices import Sort
from content.library.facets import address, chips, groups, offers
from content.library.listing import rows
from content.library.queries import MOST_BY_TITLE, PER_PAGE, Found, find, keys_of


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Find practices. Nothing asked lists all, the newest first; nothing found and nonsense are answered kindly."""
    found = find(asked_in(request), user=request.user, language=get_language() or "pt")
    response = TemplateResponse(request, "library/library.html", context_of(request, found))
    patch_cache_control(response, private=True)
    return response


def asked_in(request: HttpRequest) -> Asked:
    """Return what the address of a request asks."""
    return Asked.read(request.GET)


def context_of(request: HttpRequest, found: Found) -> dict[str, Any]:
    """Return what the page shows of what was found."""
    asked = found.asked
    listed = min(found.total, MOST_BY_TITLE) if asked.order == Sort.TITLE else found.total
    page = Paginator(range(listed), PER_PAGE).get_page(asked.page)
    start = (page.number - 1) * PER_PAGE
    numbers = keys_of(found.ordered(start, min(start + PER_PAGE, listed)))
    return {
        "asked": asked,
        "found": found,
        "query": asked.query,
        "groups": groups(found),
        "chips": chips(found),
        "offers": offers(found),
        "page": page,
        "rows": rows(found, numbers, request),
        "is_capped": listed < found.total,
        "sorts": _sorts(asked),
        "links": [link for ask in hooks.get_hooks("library_links") for link in ask(request, asked.query)],
    }


def _sorts(asked: Asked) -> list[tuple[str, str, bool]]:
    """Return the orders to choose from: name, address, whether it is this one. Without words there is no best match."""
    offered = [sort for sort in Sort if asked.text or sort != Sort.RELEVANCE]
    return [(str(sort.label), address(asked.sorted_by(sort).query), asked.order == sort) for sort in offered]
