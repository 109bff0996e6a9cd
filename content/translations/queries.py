"""What is read of pages and of wagtail-localize to know how translations stand, and what the board shows of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Max, Min, Q, QuerySet
from django.urls import reverse
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from content.pages.models import BasePage
from content.translations.choices import State
from content.translations.models import Wording, WordingQuerySet
from content.translations.reckoning import Managed, Text, missing_words
from content.translations.rows import Asked, Cell, Line, Listed
from content.translations.rules import may_translate, pages_workable_by, visible_to

LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
LONGEST_WORDS = 100


def texts_of(translation_key: UUID) -> list[tuple[Page, Text]]:
    """Return the pages of a translation key, one a language, each with what is known of its text."""
    pages = Page.objects.filter(translation_key=translation_key, depth__gt=1).select_related("locale", "live_revision")
    return [(page, _text(page)) for page in pages.specific().order_by("pk")]


def _text(page: Page) -> Text:
    is_base = isinstance(page, BasePage)
    return Text(
        id=page.pk,
        language=page.locale.language_code,
        is_held=page.live and not page.alias_of_id,
        published_at=page.last_published_at,
        first_at=page.first_published_at,
        by=(page.live_revision.user_id if page.live_revision else None) or page.owner_id,
        **({"rendering": page.rendering, "original_language": page.original_language} if is_base else {}),
    )


def managed(original: Page) -> dict[str, Managed]:
    """Return, by language, what wagtail-localize holds of the translations of this page, measured against the page as it is live."""
    begun = Translation.objects.filter(source__object_id=original.translation_key, source__locale_id=original.locale_id, enabled=True)
    languages = list(begun.values_list("target_locale__language_code", flat=True))
    if not languages:
        return {}
    wanted = [(one.path, one.string.data) for one in extract_segments(original) if isinstance(one, StringSegmentValue)]
    said: dict[str, dict[tuple[str, str], Any]] = {code: {} for code in languages}
    rows = StringTranslation.objects.filter(
        context__object_id=original.translation_key,
        translation_of__locale_id=original.locale_id,
        locale__language_code__in=languages,
        has_error=False,
    )
    for code, path, words, at in rows.values_list("locale__language_code", "context__path", "translation_of__data", "updated_at"):
        said[code][path, words] = at
    return {code: _held(wanted, said[code]) for code in languages}


def _held(wanted: list[tuple[str, str]], said: dict[tuple[str, str], Any]) -> Managed:
    return Managed(missing_words(wanted, said), max((said[one] for one in wanted if one in said), default=None))


def counts(user: Any) -> dict[str, dict[State, int]]:
    """Return how many texts of each language are in each state, of those that this person sees on the board."""
    rows = visible_to(user).values_list("language", "state").annotate(number=Count("pk"))
    found: dict[str, dict[State, int]] = {}
    for language, state, number in rows:
        found.setdefault(language, {})[State(state)] = number
    return found


def listed(user: Any, asked: Asked, start: int, stop: int) -> Listed:
    """Return a stretch of the pages that are asked for: what has changed first, then what was never translated, the newest first."""
    found = _sifted(user, asked)
    keys = found.values("translation_key").annotate(worst=Min("state"), latest=Max("since")).order_by("worst", "-latest", "translation_key")
    shown = [row["translation_key"] for row in keys[start:stop]]
    total = found.aggregate(total=Count("translation_key", distinct=True))["total"]
    return Listed(_lines(user, shown), total)


def _sifted(user: Any, asked: Asked) -> WordingQuerySet:
    rows = visible_to(user).filter(state__in=asked.states)
    if asked.language:
        rows = rows.filter(language=asked.language)
    if asked.words:
        rows = rows.filter(Q(original__title__icontains=asked.words[:LONGEST_WORDS]))
    if asked.below:
        rows = rows.filter(original__path__startswith=asked.below)
    return rows


def _lines(user: Any, keys: list[UUID]) -> list[Line]:
    if not keys:
        return []
    rows = Wording.objects.filter(translation_key__in=keys).select_related("original__locale", "kind", "by").order_by("language")
    by_key: dict[UUID, list[Wording]] = {}
    for row in rows:
        by_key.setdefault(row.translation_key, []).append(row)
    held = Page.objects.filter(translation_key__in=keys).values_list("translation_key", "locale__language_code", "pk")
    pages = {(key, code): pk for key, code, pk in held}
    editable = set(pages_workable_by(user).filter(pk__in=pages.values()).values_list("pk", flat=True))
    seen = _Seen(pages, editable, _begun(keys), _waiting(pages.values()), may_translate(user))
    return [_line(by_key[key], seen) for key in keys if key in by_key]


class _Seen(NamedTuple):
    """What was asked once for all lines: pages by key and language, those that one may edit, translations begun, pages in review."""

    pages: dict[tuple[UUID, str], int]
    editable: set[int]
    begun: set[tuple[UUID, str]]
    waiting: set[str]
    may_translate: bool


def _line(rows: list[Wording], seen: _Seen) -> Line:
    original = rows[0].original
    return Line(
        title=original.title,
        language=original.locale.language_code,
        url=_edit(original.pk) if original.pk in seen.editable else "",
        kind=rows[0].kind.name,
        changed_at=original.last_published_at,
        whole=reverse("translations-whole", args=[original.translation_key]) if original.numchild and seen.may_translate else "",
        cells={row.language: _cell(row, seen) for row in rows},
    )


def _cell(row: Wording, seen: _Seen) -> Cell:
    page_id = seen.pages.get((row.translation_key, row.language))
    can_edit = (page_id or row.original_id) in seen.editable
    is_own = row.rendering != "" and not row.is_managed  # somebody wrote it by hand: it is edited, not begun again
    wants_begin = (
        seen.may_translate and can_edit and not is_own and (row.state == State.MISSING or (row.state == State.STALE and row.is_managed))
    )
    args = [row.translation_key, row.language]
    return Cell(
        language=row.language,
        state=State(row.state),
        since=row.since,
        by=row.by.get_full_name() if row.by else "",
        changed=row.changed,
        rendering=row.rendering,
        url=_edit(page_id) if page_id and can_edit and not wants_begin else "",
        begin=reverse("translations-begin", args=args) if wants_begin else "",
        confirm=reverse("translations-confirm", args=args) if row.state == State.STALE and is_own and can_edit else "",
        is_begun=row.state == State.MISSING and (row.translation_key, row.language) in seen.begun,
        is_waiting=str(page_id) in seen.waiting,
    )


def _edit(page_id: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])


def _begun(keys: Iterable[UUID]) -> set[tuple[UUID, str]]:
    """Return (translation key, language) of what was given to translation."""
    rows = Translation.objects.filter(source__object_id__in=keys, enabled=True)
    return set(rows.values_list("source__object_id", "target_locale__language_code"))


def _waiting(ids: Iterable[int]) -> set[str]:
    """Return the numbers of those pages that somebody has for review."""
    return set(WorkflowState.objects.active().filter(object_id__in=[str(one) for one in ids]).values_list("object_id", flat=True))


def whole(page: Page) -> QuerySet[Page]:
    """Return the page and all live texts below it, parents first: what "translate this course" is about."""
    return page.get_descendants(inclusive=True).live().filter(alias_of=None).order_by("path")


def lacking(pages: Iterable[UUID]) -> dict[str, int]:
    """Return, by language, how many of these pages have no text there."""
    rows = Wording.objects.filter(translation_key__in=list(pages), state=State.MISSING).values_list("language").annotate(n=Count("pk"))
    return dict(rows)


def stale_in(translation_key: UUID) -> dict[str, tuple[str, bool]]:
    """Return, by language, in which language the original is and whether it has changed since; only what is known for certain.

    Words that wait to be published say nothing about the original: there the days have to answer.
    """
    rows = Wording.objects.filter(translation_key=translation_key).exclude(state=State.MISSING)
    certain = rows.exclude(state=State.STALE, is_managed=True, changed=0)
    found = certain.values_list("language", "original__locale__language_code", "state")
    return {language: (original, state == State.STALE) for language, original, state in found}


def original_page(translation_key: UUID) -> Page | None:
    """Return the page that the others of its translation key render."""
    row = Wording.objects.filter(translation_key=translation_key).select_related("original__locale").first()
    return row.original if row else None
