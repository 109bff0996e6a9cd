"""A torn end put back where it was cut off."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.html import escape
from wagtail.models import Revision

from content.importing.models import ImportedDocument
from content.sorting.choices import Went
from content.sorting.landing import join_end


@transaction.atomic
def mend(*, document: ImportedDocument, position: int, user: Any, now: datetime) -> Revision | None:
    """Put the torn end at this place of the box at the end of its text, in a new draft of the page, and tick it off.

    Returns the draft, or None where that was done before, where there is no such torn end, or where the page was deleted.
    """
    scrap = document.leftovers.select_for_update().filter(position=position, went=Went.LEFT, done_at=None).exclude(torn_from="").first()
    page = document.page
    if scrap is None or page is None:
        return None
    draft = page.get_latest_revision_as_object()
    setattr(draft, scrap.torn_from, str(join_end(getattr(draft, scrap.torn_from), escape(scrap.text))))
    revision = draft.save_revision(user=user, clean=False)
    if document.revision_id == page.latest_revision_id:
        document.revision = revision
        document.save(update_fields=["revision"])
    scrap.done_at, scrap.done_by = now, user
    scrap.save(update_fields=["done_at", "done_by"])
    return revision
