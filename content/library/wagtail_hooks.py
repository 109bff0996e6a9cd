"""Ways on from the list of the library (hook `library_links`)."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("library_links", order=10)
def ways_to_map_and_figures(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """Offer the same question as a map and in figures."""
    tail = f"?{query}" if query else ""
    return [(_("Show on a map"), reverse("practice-map") + tail), (_("Show in figures"), reverse("practice-figures") + tail)]
