"""Similar practices, from the index of the library; nothing is stored."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from content.audience.rules import Reader, visible_to
from content.likeness.weighing import FACETS, near, telling_stems
from content.practices.models import PracticePage
from content.shelves.choices import ANYWHERE, word_shelf
from content.shelves.memory import current
from content.shelves.models import ShelfItem, ShelfText
from content.shelves.queries import sets_named
from content.shelves.reading import stems

SHOWN = 4
ORDER = ("en", "pt", "es", "fr")


@dataclass(frozen=True)
class Similar:
    """A practice like another: `code` is the language of its text where it is not the reader's."""

    key: UUID
    title: str
    summary: str
    url_path: str
    code: str


def similar_to(*, key: UUID, title: str, language: str, user: Reader) -> list[Similar]:
    """Return practices like this one that the person may read, the likest first; `language` (of the content) is the reader's.

    Five queries at most, however large the library; none of a practice that the index does not know yet.
    """
    item = ShelfItem.objects.filter(translation_key=key).first()
    if item is None:
        return []
    memory = current()
    texts = sorted(ShelfText.objects.filter(item=item), key=lambda text: text.language != language)[:1]
    words = {}
    for text in texts:
        weights = telling_stems(text.stems, stems(title, text.language))
        held = sets_named([word_shelf(ANYWHERE, text.language, stem) for stem in weights])
        named = {stem: word_shelf(ANYWHERE, text.language, stem) for stem in weights}
        words = {stem: (weights[stem], held[name]) for stem, name in named.items() if name in held}
    facts = {name: held for name, held in memory.sets.items() if name.partition(":")[0] in FACETS and item.pk in held}
    numbers = near(item.pk, words=words, facts=facts, seen=memory.seen_by(user), most=2 * SHOWN)
    return _shown(numbers, language, user)


def _shown(numbers: list[int], language: str, user: Reader) -> list[Similar]:
    """Return the pages of these numbers in the reader's language, else in one that they have; what went a moment ago is left out."""
    keys = dict(ShelfItem.objects.filter(pk__in=numbers).values_list("pk", "translation_key")) if numbers else {}
    readable = visible_to(user, PracticePage.objects.filter(translation_key__in=keys.values(), live=True, alias_of=None))
    pages: dict[UUID, dict[str, Any]] = {}
    fields = ("translation_key", "title", "summary", "url_path", "locale__language_code")
    for page in sorted(readable.values(*fields) if keys else (), key=lambda page: _rank(page["locale__language_code"], language)):
        pages.setdefault(page["translation_key"], page)
    ordered = [pages[keys[number]] for number in numbers if keys.get(number) in pages]
    return [_similar(page, language) for page in ordered[:SHOWN]]


def _rank(code: str, language: str) -> tuple[bool, int]:
    return code != language, ORDER.index(code) if code in ORDER else len(ORDER)


def _similar(page: dict[str, Any], language: str) -> Similar:
    code = page["locale__language_code"]
    return Similar(page["translation_key"], page["title"], page["summary"], page["url_path"], code if code != language else "")
