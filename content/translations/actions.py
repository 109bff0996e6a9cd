"""Keeping the board in step with the pages, and beginning translations: one page, or a course page by page."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from content.generation.actions import raise_generation
from content.translations.models import Wording
from content.translations.queries import LANGUAGES, managed, texts_of, whole
from content.translations.reckoning import Text, judge, original_of
from content.translations.rules import can_confirm, can_translate
from jobs.actions import enqueue

MOST_PAGES = 500  # of one course; more is a mistake


@transaction.atomic
def look_again(*, translation_key: UUID, now: datetime) -> int:
    """Work out anew how the languages of one page stand to its original. Returns how many rows it has; safe to call any number of times."""
    found = texts_of(translation_key)
    original = original_of([text for _page, text in found], LANGUAGES)
    rows = Wording.objects.filter(translation_key=translation_key)
    if original is None:
        rows.delete()
        return 0
    pages = {text.language: (page, text) for page, text in found}
    source = pages[original.language][0]
    held = managed(source)
    others = [code for code in LANGUAGES if code != original.language]
    before = dict(rows.values_list("language", "state"))
    rows.exclude(language__in=others).delete()
    kind = ContentType.objects.get_for_model(source)
    for code in others:
        page, text = pages.get(code, (None, None))
        verdict = judge(text, original, held.get(code), now)
        Wording.objects.update_or_create(
            translation_key=translation_key,
            language=code,
            defaults={
                "kind": kind,
                "original": source.page_ptr if hasattr(source, "page_ptr") else source,
                "state": verdict.state,
                "since": verdict.since,
                "by_id": verdict.by,
                "changed": verdict.changed,
                "rendering": _rendering(page, text),
                "is_managed": code in held,
            },
        )
    if dict(rows.values_list("language", "state")) != before:
        raise_generation(now=now)  # readers are told when an original has changed
    return len(others)


def _rendering(page: Page | None, text: Text | None) -> str:
    """Return what a text of its own says that it is, or nothing for an alias."""
    return text.rendering if page and text and not page.alias_of_id else ""


def look_through(*, after: int = 0, limit: int = 200, now: datetime) -> int:
    """Look again at the next `limit` pages behind row `after`. Returns the last row looked at, 0 at the end."""
    pages = Page.objects.filter(pk__gt=after, depth__gt=1, alias_of=None).order_by("pk")
    rows = list(pages.values_list("pk", "translation_key")[:limit])
    for key in dict.fromkeys(key for _pk, key in rows):
        look_again(translation_key=key, now=now)
    return rows[-1][0] if rows else 0


def fill_board() -> str | None:
    """Queue a look at all pages where the board is empty and there are pages. Returns what was done, or None."""
    if Wording.objects.exists() or not Page.objects.live().filter(depth__gt=1, alias_of=None).exists():
        return None
    enqueue(path="content.translations.tasks.look_on", args=[0])
    return "all pages are looked at"


@transaction.atomic
def begin(*, page: Page, language: str, by: Any) -> Page:
    """Give a page to translation into a language, or bring the passages of a translation up to the original as it reads now.

    Nothing that readers see changes. Returns the page to be edited. Raises PermissionDenied, and DoesNotExist for a language that is none.
    """
    locale = Locale.objects.get(language_code=language)
    target = page.get_translation_or_none(locale)
    if not can_translate(by, target or page):
        raise PermissionDenied(_("You may not translate this page."))
    if target is not None and not target.alias_of_id and not _is_managed(page, locale):
        return target  # somebody's own text: it is edited as it is
    translate_object(page.specific, [locale], user=by)
    source = TranslationSource.objects.get(object_id=page.translation_key, locale_id=page.locale_id)
    source.update_from_db()
    return page.get_translation(locale)


def _is_managed(page: Page, locale: Locale) -> bool:
    rows = Translation.objects.filter(source__object_id=page.translation_key, source__locale_id=page.locale_id)
    return rows.filter(target_locale=locale, enabled=True).exists()


@transaction.atomic
def begin_whole(*, page: Page, languages: Iterable[str], by: Any) -> int:
    """Queue one job for each live text of a course, or of whatever lies below `page`, itself included. Returns how many.

    Raises PermissionDenied, and ValueError with a sentence where there are too many.
    """
    if not can_translate(by, page):
        raise PermissionDenied(_("You may not translate this page."))
    wanted = sorted(set(languages) & set(LANGUAGES) - {page.locale.language_code})
    ids = list(whole(page).values_list("pk", flat=True)[: MOST_PAGES + 1])
    if len(ids) > MOST_PAGES:
        raise ValueError(_("That is more than %(most)s pages. Begin further down.") % {"most": MOST_PAGES})
    for page_id in ids if wanted else ():
        enqueue(path="content.translations.tasks.begin_page", args=[page_id, wanted, by.pk])
    return len(ids) if wanted else 0


def confirm(*, page: Page, by: Any, now: datetime) -> None:
    """Say that a translation still renders its original: it is published again as it reads, with the day and the name.

    Raises PermissionDenied, and ValueError where there is a draft that nobody has published.
    """
    if not can_confirm(by, page):
        raise PermissionDenied(_("You may not publish this page."))
    specific = Page.objects.get(pk=page.pk).specific  # as it is now
    if specific.has_unpublished_changes:
        raise ValueError(_("This page has a draft. Publish or discard it first."))
    with transaction.atomic():
        specific.save_revision(user=by, changed=False, clean=False).publish(user=by, changed=False, skip_permission_checks=True)
        look_again(translation_key=page.translation_key, now=now)
