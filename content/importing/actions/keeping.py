"""Save what was read: the draft, its place among the languages, its report and its box of leftovers."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Locale, Page

from content.importing.actions.placing import find_place
from content.importing.choices import Outcome
from content.importing.kind import DocumentKind
from content.importing.models import ImportedDocument, Leftover
from content.importing.queries import block_ids
from content.importing.refusals import Refused
from content.importing.shaping import page_fields, slug_for, uneven
from content.reading.document import Document
from content.sorting.choices import Went
from content.sorting.landing import Landing


def keep(
    *,
    document: Document,
    landing: Landing,
    report: dict[str, Any],
    kind: DocumentKind,
    language: str,
    original: ImportedDocument | None,
    parent: Page | None,
    user: Any,
    now: datetime,
) -> tuple[ImportedDocument, Page]:
    """Save all of it; belongs into one transaction. A row whose page was deleted is used again.

    Raises Refused, and IntegrityError where somebody has brought the same text in meanwhile.
    """
    before = ImportedDocument.objects.select_for_update().filter(sha256=document.sha256).first()
    if before is not None and before.page is not None:
        raise IntegrityError(document.sha256)
    locale = Locale.objects.get(language_code=language)
    source = _source(original, kind, locale)
    place = find_place(kind=kind, locale=locale, parent=parent, original=source, user=user)
    ids = block_ids(source) if source else {}
    page = kind.page_class(**page_fields(landing, seed=document.sha256, ids=ids), locale=locale, live=False, owner=user)
    joins = _take_key(page, source)
    page.slug = find_available_slug(place, source.slug if source else slug_for(page.title) or kind.name)
    if source is not None:
        report["notes"] += [
            _("“%(name)s” is built otherwise than in the other language.") % {"name": _name(page, name)} for name in uneven(landing, ids)
        ]
    try:
        place.add_child(instance=page)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    revision = page.save_revision(user=user, clean=False)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    report |= {"outcome": Outcome.CREATED.value, "page": {"title": page.title, "language": language, "key": str(page.translation_key)}}
    row = before or ImportedDocument(sha256=document.sha256)
    row.kind, row.name, row.locale, row.joins = kind.name, document.name[:255], locale, joins
    row.translation_key, row.revision, row.report = page.translation_key, revision, report
    row.brought_in_by, row.brought_in_at = user, now
    row.save()
    _fill_box(row, landing)
    return row, page


def _source(original: ImportedDocument | None, kind: DocumentKind, locale: Locale) -> Page | None:
    """Return the newest version of the page that is translated. Raises Refused where there can be no such translation."""
    if original is None:
        return None
    page = original.page
    if page is None:
        raise Refused(_("The page of the other document was deleted."), field="original")
    if original.kind != kind.name:
        raise Refused(_("The other document is of another kind."), field="original")
    if page.locale_id == locale.pk:
        raise Refused(_("Both documents are in the same language."), field="original")
    return page.specific


def _take_key(page: Page, source: Page | None) -> Any:
    """Give the page its translation key. Where an alias stands in for it, the key is taken on publishing: return it then."""
    page.translation_key = uuid4()
    if source is None:
        return None
    standing = Page.objects.filter(translation_key=source.translation_key, locale=page.locale).first()
    if standing is not None and not standing.alias_of_id:
        raise Refused(_("That page has a text in this language already: “%(title)s”.") % {"title": standing.title}, field="original")
    if standing is not None:
        return source.translation_key
    page.translation_key = source.translation_key
    return None


def _fill_box(row: ImportedDocument, landing: Landing) -> None:
    row.leftovers.all().delete()
    boxed = [part for part in landing.parts if part.went != Went.PAGE]
    Leftover.objects.bulk_create(
        Leftover(document=row, position=position, text=part.text, went=part.went, meaning=part.where)
        for position, part in enumerate(boxed, start=1)
    )


def _name(page: Page, field: str) -> str:
    return str(page._meta.get_field(field).verbose_name)
