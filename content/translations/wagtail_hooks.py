"""The translator's door: an alias that is being translated opens in the translation editor, not on a page that says it is an alias."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation


@hooks.register("before_edit_page", order=-10)
def open_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Open the strings of an alias for which a translation was begun; it stays an alias until that is published."""
    if not page.alias_of_id:
        return None
    begun = Translation.objects.filter(source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True).first()
    return edit_translation(request, begun, page) if begun else None


@hooks.register("before_convert_alias_page")
def keep_alias(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a locale's alias an alias: turned into a plain page it would show its source's text as this language's."""
    if not page.alias_of_id or page.alias_of.locale_id == page.locale_id:
        return None
    messages.warning(request, _("Translate this page instead: once the translation is published, it is a page of its own."))
    return redirect("wagtailadmin_pages:edit", page.pk)
