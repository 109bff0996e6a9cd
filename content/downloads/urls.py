"""Where documents and pictures are fetched."""

from uuid import UUID

from django.urls import path, register_converter

from content.downloads.views import paper, picture


class HexConverter:
    """A UUID as 32 digits, as it stands in the path of a file."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> UUID:
        """Return the UUID."""
        return UUID(value)

    def to_url(self, value: UUID) -> str:
        """Return its digits."""
        return value.hex


register_converter(HexConverter, "hex")

urlpatterns = [
    path("documents/<uuid:uid>/<str:filename>", paper, name="paper"),
    path("media/pictures/<hex:uid>/<str:name>", picture, name="picture"),
]
