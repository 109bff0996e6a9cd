"""Ways to take a result of the library along."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("library_links", order=30)
def ways_to_take_along(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """Offer what is found as tables, and what their columns mean."""
    tail = f"?{query}" if query else ""
    ways = [(name, reverse("practice-export", args=[form]) + tail) for form, name in (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"))]
    return [(_("Take along as %(form)s") % {"form": name}, url) for name, url in ways] + [
        (_("What the columns mean"), reverse("practice-codebook"))
    ]
