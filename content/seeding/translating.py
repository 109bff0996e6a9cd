"""A translation whose words are known already, handed to wagtail-localize string by string, so that translators go on from there."""

from collections import defaultdict
from collections.abc import Iterable

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def translate(*, page: Page, wording: Page, locale: Locale) -> Page:
    """Return the page's translation as a draft; `wording` is the same page, not saved, in the words of `locale`.

    The caller publishes it in the same transaction: what is live and what translators see never differ.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get_or_create(source=source, target_locale=locale, defaults={"enabled": True})
    words = _by_path(segment for segment in extract_segments(wording) if isinstance(segment, StringSegmentValue))
    rows = {}
    for segment in source.stringsegment_set.select_related("context", "string").order_by("order"):
        said = words[segment.context.path]
        if not said:
            raise ValueError(f"{page.slug}, {locale.language_code}: no words for {segment.context.path}")
        rows[segment.string_id, segment.context_id] = said.pop(0)
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of_id=string,
                context_id=context,
                locale=locale,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
            for (string, context), data in rows.items()
        ],
        ignore_conflicts=True,
    )
    target, _ = source.create_or_update_translation(locale, publish=False, fallback=True)
    return target


def _by_path(segments: Iterable[StringSegmentValue]) -> dict[str, list[str]]:
    """Return the strings of each path, in their order."""
    words: dict[str, list[str]] = defaultdict(list)
    for segment in segments:
        words[segment.path].append(segment.string.data)
    return words
