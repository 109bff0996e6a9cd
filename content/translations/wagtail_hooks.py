"""The translator's doors: the board in the editors' menu and on their desk; an alias that is being translated opens in the translation
editor, not on a page that says it is an alias."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation

from content.desk.panels import Line, Panel
from content.generation.queries import remembered
from content.pages.models import BasePage
from content.pages.queries import provenance, text_language
from content.pages.speech import language_name
from content.translations.actions import fill_board
from content.translations.choices import State
from content.translations.queries import counts, listed, stale_in
from content.translations.rows import Source
from content.translations.rules import can_see_board, can_translate


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


@hooks.register("page_context", order=10)
def tell_if_stale(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Tell readers of a translation what the board says: whether the original has changed since. The days answer where it knows nothing."""
    if not isinstance(page, BasePage) or not page.is_translation or page.depth is None:
        return {}
    told = provenance(page)
    known = remembered(request, f"stale:{page.translation_key}", lambda: stale_in(page.translation_key))
    original, is_stale = known.get(text_language(page), ("", False))
    return {"provenance": replace(told, is_stale=is_stale)} if original == told.original else {}


@hooks.register("translation_rows")
def page_rows() -> Source:
    """Put the pages on the board."""
    return Source("pages", gettext_lazy("Pages"), can_see_board, listed, order=10)


class BoardMenuItem(MenuItem):
    """Leads to the board; shown to those who see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person sees the board."""
        return can_see_board(request.user)


@hooks.register("register_admin_menu_item")
def board_menu_item() -> MenuItem:
    """Add the board to the editors' menu."""
    return BoardMenuItem(gettext_lazy("Translations"), reverse("translations"), name="translations", icon_name="globe", order=240)


@hooks.register("register_page_header_buttons")
def whole_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterable[Button]:
    """Lead from a course, or any page with pages below it, to giving the whole of it to translation."""
    if page.depth > 1 and page.numchild and page.live and not page.alias_of_id and can_translate(user, page):
        url = reverse("translations-whole", args=[page.translation_key])
        yield Button(_("Translate with all below"), url, icon_name="wagtail-localize-language", priority=70)


@hooks.register("desk_panels")
def stale_panel(request: HttpRequest) -> Panel | None:
    """Tell on the desk what has changed since it was translated, by language."""
    if not can_see_board(request.user):
        return None
    stale = {code: states.get(State.STALE, 0) for code, states in counts(request.user).items()}
    lines = [
        Line(title=language_name(code), url=f"{reverse('translations')}?state=stale&language={code}", note=str(number))
        for code, number in sorted(stale.items())
        if number
    ]
    return Panel("stale", gettext_lazy("Translations whose original has changed"), lines, sum(stale.values()), reverse("translations"), 40)


@hooks.register("setup_steps")
def setup_steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the step that fills the board of a site that had pages before it had a board."""
    return [(46, _("Translation board"), lambda now: fill_board())]
