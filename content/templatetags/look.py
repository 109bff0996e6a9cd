"""What templates need to look right: icons, covers, sizes in words, names of languages, the weight line."""

from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from wagtail.models import Page

from content.cards.links import card_url
from content.covers.links import cloth_url, cover_url
from content.pages import speech
from content.pages.addresses import address
from content.weight import words
from content.weight.budget import budget_of
from content.weight.line import placeholder

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return one drawing of the sprite; it says nothing by itself, the words beside it do."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("img/sprite.svg"), name)


@register.simple_tag
def cover(key: Any) -> str:
    """Return the address of a woven band. Takes a page's translation key, or a block's id."""
    return cover_url(key)


@register.simple_tag
def cloth(keys: Any) -> str:
    """Return the address of a course's cloth; empty without modules. Takes the translation keys of its modules, in order."""
    return cloth_url(keys)


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, page: Page) -> str:
    """Return where a page is read in the reader's language (under pt-br too), or in its own where it has no other."""
    return address(page.localized.url_path, context.get("request"))


@register.simple_tag
def share_card(page: Page) -> str:
    """Return the whole address of the picture that other sites show for this page."""
    return card_url(page)


@register.filter
def kilobytes(size: float | None) -> str:
    """Return a size given in bytes as «3,4 kB», from a million on as «9,1 MB»; empty for none."""
    return "" if size in (None, "") else words.kilobytes(size)


@register.filter
def megabytes(size: float | Decimal | None) -> str:
    """Return a size given in megabytes as «11,2 MB»; empty for none."""
    return "" if size in (None, "") else words.megabytes(size)


@register.filter
def tongue(code: str) -> str:
    """Return the name that a language has for itself, its code where it is not known."""
    try:
        return get_language_info(code)["name_local"]
    except KeyError:
        return code


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the middle of a sentence of the reader's language, its code where it is not known."""
    return speech.language_name(code)


@register.filter
def first_word(text: str) -> str:
    """Return the first word: enough of a name for the masthead."""
    return str(text).split(maxsplit=1)[0] if str(text).strip() else ""


@register.simple_tag
def weight_line() -> SafeString:
    """Leave a place for the weight of this page: it is known once the page is written (`content.weight`)."""
    return placeholder()


@register.simple_tag(takes_context=True)
def data_budget(context: template.Context) -> str:
    """Return how much the page may weigh for this reader (text, pictures, video); a page that says `budget` itself decides."""
    return str(context.get("budget") or budget_of(context.get("request")))
