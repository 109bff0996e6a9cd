"""Stands before `Translation.save_target`, through which every way of wagtail-localize writes a page.

Left alone it writes the row that readers see even when asked for a draft: an alias, submitted for translation, turns into a
page of source text with neither banner nor `lang`; a live translation takes on half-done strings. Here a live page changes only
by publishing: until then the strings themselves are the draft (the editor and its preview read those).
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from content.pages.choices import Rendering
from content.pages.models import BasePage

_save_target = Translation.save_target


def stand() -> None:
    """Take the place of the method; called once when the apps are ready."""
    Translation.save_target = save_target


def save_target(self: Translation, user: Any = None, publish: bool = True) -> None:
    """Write the translated page, unless that would show readers what nobody published.

    Raises ValidationError when an alias is to be published with nothing translated: it would only lose its banner.
    """
    page = self.source.object.get_instance_or_none(self.target_locale)
    with transaction.atomic():
        if isinstance(page, Page) and page.live and not publish:
            return
        if isinstance(page, Page) and page.alias_of_id:
            if publish and not self.get_progress()[1]:
                raise ValidationError(_("Nothing is translated yet. Translate the title at least, then publish."))
            _say_translated(self, page)
        _save_target(self, user=user, publish=publish)


def _say_translated(translation: Translation, page: Page) -> None:
    """Let the page that the alias becomes say that it is a translation, of what, and nothing about its source's review."""
    specific = page.specific
    if isinstance(specific, BasePage):
        original = specific.original_language or translation.source.locale.language_code
        rendering = Rendering.UNOFFICIAL if specific.rendering == Rendering.ORIGINAL else specific.rendering
        type(specific).objects.filter(pk=specific.pk).update(
            rendering=rendering, original_language=original, translator="", translated_version="", review_by_on=None
        )
