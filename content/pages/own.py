"""A field that is neither translated nor copied between languages: each language fills it for itself."""

from wagtail_localize.fields import BaseTranslatableField


class OwnField(BaseTranslatableField):
    """What is said here of one language's text would be wrong of another's."""
