"""The languages of a page, their texts, and what differs between them."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from uuid import UUID

from django.db.models import Count, QuerySet
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from content.factcheck.comparing import Difference, differences
from content.factcheck.facts import facts_of
from content.pages.models import BasePage
from content.reading.words import visible

PASSED_OVER = {"slug", "seo_title", "search_description", "draft_title", "url_path", "withdrawn_reason"}


def languages_of(page: Page) -> list[Page]:
    """Return the texts of a page in all languages, its own first, each in its newest version; stand-ins are none. Two queries a text."""
    rows = (
        Page.objects.filter(translation_key=page.translation_key, alias_of=None).select_related("locale").order_by("locale__language_code")
    )
    own_first = sorted(rows.specific(), key=lambda row: row.pk != page.pk)
    return [row.get_latest_revision_as_object() for row in own_first]


def text_of(page: Page) -> str:
    """Return what a page says in words: its title, texts and blocks, one below the other."""
    return "\n".join(part for part in _texts(page) if part.strip())


def _texts(page: Page) -> Iterator[str]:
    for field in page._meta.get_fields():
        kind = getattr(field, "get_internal_type", lambda: "")()
        if field.name in PASSED_OVER or getattr(field, "choices", None):
            continue
        if isinstance(field, StreamField):
            yield from (visible(str(text)) for text in field.get_searchable_content(getattr(page, field.name)))
        elif isinstance(field, RichTextField) or (kind in ("CharField", "TextField") and field.model is not Page) or field.name == "title":
            yield visible(str(getattr(page, field.name) or ""))
        elif kind == "DateField" and getattr(page, field.name):
            yield getattr(page, field.name).isoformat()


def differences_of(texts: Sequence[Page]) -> list[Difference]:
    """Return what differs between each two languages of a page."""
    facts = [facts_of(text_of(text), text.locale.language_code) for text in texts]
    return [found for one, other in combinations(facts, 2) for found in differences(one, other)]


def checked(page: Page) -> list[Difference]:
    """Return what differs between the newest versions of a page's languages."""
    texts = languages_of(page)
    return differences_of(texts) if len(texts) > 1 else []


def translated_keys() -> QuerySet[Page, UUID]:
    """Return the translation keys of pages that have a text of their own in two languages or more."""
    own = Page.objects.type(BasePage).filter(alias_of=None, depth__gt=1).order_by("translation_key").values("translation_key")
    return own.annotate(texts=Count("pk")).filter(texts__gt=1).values_list("translation_key", flat=True)
