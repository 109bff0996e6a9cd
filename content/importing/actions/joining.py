"""An alias becomes a translation when the translation is published, and not before."""

from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from content.importing.models import ImportedDocument


@transaction.atomic
def join_translation(*, page: Page) -> bool:
    """Give a published page the translation key that its document asks for, in the place of the alias. Returns whether it did.

    Where a text of its own has taken that place meanwhile, both stay as they are. Safe to call twice.
    """
    row = (
        ImportedDocument.objects.select_for_update()
        .filter(translation_key=page.translation_key, locale_id=page.locale_id, joins__isnull=False)
        .first()
    )
    if row is None or row.joins is None:
        return False
    standing = Page.objects.filter(translation_key=row.joins, locale_id=page.locale_id).first()
    if standing is not None and not standing.alias_of_id:
        return False
    slug, key = page.slug, row.joins
    if standing is not None:
        slug = standing.slug if standing.get_parent().pk == page.get_parent().pk else slug
        for child in standing.get_children():
            child.move(Page.objects.get(pk=page.pk), pos="last-child")
        Page.objects.get(pk=standing.pk).delete()
    _take(page, row, key, slug)
    return True


def _take(page: Page, row: ImportedDocument, key: UUID, slug: str) -> None:
    """Change key and address of the page, its newest draft and its document."""
    fresh = Page.objects.get(pk=page.pk).specific
    fresh.translation_key, fresh.slug = key, slug
    fresh.save(clean=False)
    page.translation_key, page.slug, page.url_path = fresh.translation_key, fresh.slug, fresh.url_path
    for revision in fresh.revisions.filter(pk__in=[fresh.latest_revision_id, fresh.live_revision_id]):
        revision.content |= {"translation_key": str(key), "slug": slug, "url_path": fresh.url_path}
        revision.save(update_fields=["content"])
    row.translation_key, row.joins = key, None
    row.save(update_fields=["translation_key", "joins"])
