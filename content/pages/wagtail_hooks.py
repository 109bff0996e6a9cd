"""What this room adds to a page's context."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from content.pages.lists import home_groups, section_entries
from content.pages.models import HomePage, SectionPage
from content.pages.views import tell_of_languages

hooks.register("page_context", tell_of_languages, order=-10)


@hooks.register("page_context")
def tell_of_lists(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Add what a section gathers, and what is new to the first page."""
    if page.depth is None:
        return {}
    if isinstance(page, SectionPage):
        return {"entries": section_entries(request, page)}
    if isinstance(page, HomePage):
        return {"groups": home_groups(request, page)}
    return {}
