"""Writing a practice from plain values: what contributors send, what the importer reads, what the demonstration brings along."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page

from accounts.models import User
from content.importing.shaping import slug_for
from content.pages.models import BasePage
from content.practices.actions.filling import fill_facts
from content.practices.choices import FACT_FIELDS, PROSE
from content.practices.models import Acronym, PracticePage
from content.practices.queries import practice_of
from content.practices.tidying import tidy

LINES = ("title", "lead", "summary", "author", "institution", "original_language", "rendering", "translator", *FACT_FIELDS)
PARTS = ("what", "needs", "lessons")


@transaction.atomic
def write_practice(
    *,
    parent: BasePage,
    language: str,
    values: dict[str, Any],
    facts: dict[str, Any],
    owner: User | None,
    now: datetime,
    key: UUID | None = None,
) -> PracticePage:
    """Write a practice as a draft below `parent`, the library of `language`; one that is there already gets a new draft.

    `values`: texts (the prose as HTML, tidied here), plain facts, `acronyms`, `building_blocks`; `facts`: as `fill_facts` takes them.
    Returns the page with its `latest_revision`. Nothing is published. Raises KeyError for a code that the taxonomy does not have.
    """
    page = practice_of(key, language) if key else None
    if page is None:
        page = PracticePage(locale=Locale.objects.get(language_code=language), live=False, owner=owner, translation_key=key or uuid4())
    elif page.latest_revision:
        page = page.latest_revision.as_object()
    _say(page, values)
    fill_facts(page=page, facts=facts)
    if page.pk is None:
        below = Page.objects.get(pk=parent.pk)
        page.slug = find_available_slug(below, slug_for(page.title) or "practice")
        below.add_child(instance=page)
    page.save_revision(user=owner, clean=False, log_action=True)
    page.refresh_from_db(fields=["latest_revision"])
    return page


def _say(page: PracticePage, values: dict[str, Any]) -> None:
    """Put the texts and plain facts onto the page; what is not named stays."""
    for name in LINES:
        if name in values:
            setattr(page, name, values[name])
    for name in PROSE:
        if name in values:
            setattr(page, name, tidy(values[name]))
    if "acronyms" in values:
        rows = {row["short"]: row["meaning"] for row in values["acronyms"]}
        page.acronyms = [Acronym(short=short, meaning=meaning, sort_order=n) for n, (short, meaning) in enumerate(rows.items())]
    if "building_blocks" in values:
        page.building_blocks = json.dumps([_block(block) for block in values["building_blocks"]])


def _block(block: dict[str, Any]) -> dict[str, Any]:
    said = {"title": block["title"], **{name: tidy(block.get(name, "")) for name in PARTS}}
    return {"type": "block", "id": block.get("id") or str(uuid4()), "value": said}
