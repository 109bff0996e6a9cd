"""What a search may show."""

from django.db.models import QuerySet
from wagtail.models import Page

from content.audience.rules import Reader, visible_to


def searchable_by(user: Reader) -> QuerySet[Page]:
    """Return the pages that a search may show to this person."""
    return visible_to(user, Page.objects.live())
