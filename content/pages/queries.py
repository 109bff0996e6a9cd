"""Questions about pages: their languages, what lies above and below them."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from content.generation.queries import remembered
from content.pages.addresses import address, content_code, home_of
from content.pages.choices import Rendering
from content.pages.models import BasePage
from content.pages.renderings import Held, Provenance, Row, Step, is_stale, source_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def rows(page: Page, request: HttpRequest | None = None) -> list[Row]:
    """Return this page in each content language, itself among them; asked once for each object, and with a request once a generation."""
    if not hasattr(page, "_rows"):
        is_shared = request is not None and page.live
        page._rows = remembered(request, f"rows:{page.translation_key}", lambda: _rows(page)) if request and is_shared else _rows(page)
    return list(page._rows)


def _rows(page: Page) -> list[Row]:
    found = Page.objects.filter(translation_key=page.translation_key).order_by("pk")
    return [
        Row(*values) for values in found.values_list("pk", "locale__language_code", "url_path", "live", "alias_of_id", "last_published_at")
    ]


def row_here(page: Page) -> Row:
    """Return the row of the page itself."""
    return next(row for row in rows(page) if row.id == page.pk)


def renderings(page: Page, request: HttpRequest | None = None) -> list[Held]:
    """Return each interface language with the address of this page there, or of the first page where there is none."""
    found = {row.code: row for row in rows(page, request) if row.is_live or row.id == page.pk}
    active = _active(page)
    result = []
    for code in LANGUAGES:
        row = found.get(content_code(code))
        url = address(row.url_path, request, language=code) if row else ""
        result.append(Held(code, url or home_of(code), bool(row and not row.alias_of), code == active))
    return result


def text_language(page: Page) -> str:
    """Return the language that the text is really in: on an alias, its source's."""
    return source_of(row_here(page), rows(page)).code if page.alias_of_id else row_here(page).code


def provenance(page: BasePage) -> Provenance:
    """Return what a reader is told about where the text comes from."""
    original = page.original_language or text_language(page)
    return Provenance(
        rendering=page.rendering,
        original=original,
        translator=page.translator,
        version=page.translated_version,
        is_source_held=page.is_source_held,
        is_stale=page.rendering != Rendering.ORIGINAL and is_stale(source_of(row_here(page), rows(page)), original, rows(page)),
    )


def trail(page: Page, request: HttpRequest | None = None) -> list[Step]:
    """Return title and address of the pages above this one, the first page left out."""
    if page.depth < 4:
        return []
    above = remembered(request, f"trail:{page.path}", lambda: _above(page)) if request else _above(page)
    return [Step(title, address(url_path, request), code or "") for title, url_path, code in above]


def _above(page: Page) -> list[tuple[str, str, str | None]]:
    return list(page.get_ancestors().filter(depth__gt=2).values_list("title", "url_path", "alias_of__locale__language_code"))


def children(page: Page) -> QuerySet[Page]:
    """Return the live pages right below, in the editors' order, without their bodies."""
    return page.get_children().live().defer_streamfields().specific()


def newest_below(page: Page, limit: int) -> QuerySet[Page]:
    """Return the live pages below the sections of a first page, those published last first."""
    below = Page.objects.live().filter(path__startswith=page.path, depth=page.depth + 2)
    return below.order_by("-first_published_at", "-pk").defer_streamfields().specific()[:limit]


def section(slug: str, language: str) -> Page | None:
    """Return the section with this slug right below the first page of a content language."""
    return Page.objects.filter(depth=3, slug=slug, locale__language_code=language).first()


def source_languages(pages: list[Any]) -> dict[int, str]:
    """Return, for those of these pages that are aliases, the language of their text: one query however many."""
    wanted = {page.alias_of_id: page.pk for page in pages if page.alias_of_id}
    found = Page.objects.filter(pk__in=wanted).values_list("pk", "locale__language_code") if wanted else ()
    codes = dict(found)
    return {page.pk: codes[page.alias_of_id] for page in pages if page.alias_of_id in codes}


def _active(page: Page) -> str:
    """Return the interface language under which this page is being read."""
    active = get_language() or settings.LANGUAGE_CODE
    here = row_here(page).code
    return active if content_code(active) == here else here
