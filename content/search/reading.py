"""The words of a page as plain text: its title, its own text fields, and all that its bodies hold."""

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

_NOT_TEXT = {"original_language", "translator", "translated_version", "time_zone", "draft_title"}


def text_of(page: Page) -> str:
    """Return what a specific page says beside its title, one part a line."""
    parts: list[str] = []
    for field in page._meta.concrete_fields:
        if field.model is Page or field.name in _NOT_TEXT:
            continue
        if isinstance(field, StreamField):
            parts += [str(part) for part in field.get_searchable_content(getattr(page, field.name))]
        elif type(field) in (models.CharField, models.TextField) and not field.choices:
            parts.append(getattr(page, field.name) or "")
    lines = (" ".join(part.split()) for part in parts)
    return "\n".join(line for line in lines if line)
