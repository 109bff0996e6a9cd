"""Where a text comes from, settled from what the document says and from the page that it translates."""

from django.utils.translation import gettext as _

from content.importing.models import ImportedDocument
from content.pages.choices import Rendering
from content.pages.models import BasePage
from content.sorting.landing import Landing


def settle_provenance(landing: Landing, *, language: str, original: ImportedDocument | None) -> None:
    """Complete the facts `rendering`, `original_language`, `is_source_held`; say in the notes what was assumed."""
    said = landing.facts.get("original_language") or ""
    page = original.page.specific if original is not None and original.page is not None else None
    if "rendering" not in landing.facts and isinstance(page, BasePage):
        landing.facts |= {"rendering": Rendering.UNOFFICIAL, "original_language": page.original_language or page.locale.language_code}
        landing.notes.append(_("The document does not say what kind of translation it is: it is taken for an unofficial one."))
    elif said and said != language and landing.facts.get("rendering") == Rendering.ORIGINAL:
        landing.facts["rendering"] = Rendering.UNOFFICIAL
        landing.notes.append(_("The document names another original: it is taken for an unofficial translation."))
    source = landing.facts.get("original_language") or language
    held = {language} | ({page.locale.language_code} if page is not None else set())
    landing.facts["is_source_held"] = source in held
    _compare_dates(landing, page)


def _compare_dates(landing: Landing, page: BasePage | None) -> None:
    """Say so where two languages of a session name different days, or only one names a day."""
    if page is None or not hasattr(page, "starts_on") or "starts_on" not in landing.facts:
        return
    here, there = landing.facts["starts_on"], page.starts_on
    if here and there and here != there:
        landing.notes.append(_("The other language gives another date: %(date)s.") % {"date": there})
    elif here != there:
        landing.notes.append(_("Only one of the two languages names a full date: %(date)s.") % {"date": here or there})
