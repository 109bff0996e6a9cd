"""The read-only API of pages: live ones that the asker may read. Documents and pictures are fetched by the addresses that pages show."""

from django.db.models import QuerySet
from rest_framework.authentication import SessionAuthentication
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page

from content.audience.rules import visible_to


class Pages(PagesAPIViewSet):
    """Pages under /api/v2/pages/. Signing in is for the site's door alone: no password is taken here."""

    authentication_classes = [SessionAuthentication]
    renderer_classes = [JSONRenderer]

    def get_base_queryset(self) -> QuerySet[Page]:
        """Return what this person may read; listings, details, `find` and filters by parent all start from it."""
        return visible_to(self.request.user, super().get_base_queryset())


api = WagtailAPIRouter("api")
api.register_endpoint("pages", Pages)
