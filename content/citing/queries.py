"""Practices read as records: many at once, in the same few questions however many; and as they were in a version that stays."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import override
from wagtail import hooks

from content.audience.rules import Reader
from content.citing.composing import About, composed, papers_of
from content.citing.record import Record
from content.pages.addresses import address, full
from content.practices.choices import FACT_FIELDS, PROSE
from content.practices.models import (
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePage,
    PracticeTarget,
    PracticeTheme,
)
from content.practices.queries import facts_of, live_practices, practices_seen_by
from content.versions.models import Version
from content.versions.queries import latest_version, version_of
from content.versions.rules import can_see_version

A_TIME = 200  # records read at once
TEXTS = ("title", "summary", "author", "institution", *PROSE)


def records_of(pages: Sequence[PracticePage]) -> list[Record]:
    """Return the records of these pages, in their order. Twelve questions, however many pages; their `locale` is read with them."""
    facts = _facts([page.pk for page in pages])
    return _records(pages, facts, adapted_among({page.translation_key for page in pages}))


def record_of(page: PracticePage) -> Record:
    """Return the record of one page whose facts may have been read already; it does not say whether it was adapted."""
    return _records([page], {page.pk: facts_of(page)}, set())[0]


def records_in_turn(keys: Iterable[UUID], *, user: Reader, language: str) -> Iterator[Record]:
    """Yield the records of these practices that this person may read, in their order, some hundred read at a time.

    Each in the reader's language where there is a text, else in the language it was written in, else in any.
    """
    batch: list[UUID] = []
    for key in keys:
        batch.append(key)
        if len(batch) == A_TIME:
            yield from records_of(pages_of(batch, user=user, language=language))
            batch = []
    if batch:
        yield from records_of(pages_of(batch, user=user, language=language))


def pages_of(keys: Sequence[UUID], *, user: Reader, language: str) -> list[PracticePage]:
    """Return one page of each of these practices that this person may read: hers, else the original, else any. One question."""

    def rank(page: PracticePage) -> tuple[bool, bool, int]:
        return page.locale.language_code == language, not page.is_translation, -page.pk

    found: dict[UUID, PracticePage] = {}
    for page in practices_seen_by(user).filter(translation_key__in=keys).select_related("locale"):
        if page.translation_key not in found or rank(page) > rank(found[page.translation_key]):
            found[page.translation_key] = page
    return [found[key] for key in keys if key in found]


def cited(key: UUID, *, user: Reader, language: str) -> Record | None:
    """Return what is cited under this key, a practice's or a version's: as it is read now, else as it was published last; else None.

    What was withdrawn still resolves; what this person may not read does not.
    """
    if pages := pages_of([key], user=user, language=language):
        return record_of(pages[0])
    version = version_of(key) or latest_version(key, language) or Version.objects.filter(translation_key=key).order_by("-number").first()
    return of_version(version) if version is not None and can_see_version(user, version) else None


def of_version(version: Version) -> Record:
    """Return a record as it was in a version; its contacts only while the practice is read and they agree."""
    page = live_practices().filter(translation_key=version.translation_key).order_by("pk").first()
    values = {**version.values, "contacts_consent": page is not None and page.contacts_consent}
    where = permanent(version.uuid, version.language)
    about = About(
        key=version.translation_key,
        language=version.language,
        version=version.number,
        published_at=version.published_at,
        changed_at=version.published_at,
        address=where,
        permanent=where,
        is_withdrawn=page is None,
    )
    return composed(values, version.facts, about, papers_of([version.facts]))


def permanent(uid: UUID, language: str) -> str:
    """Return the address at which a version stays."""
    with override(language):
        return full(reverse("practice-version", args=[uid]))


def adapted_among(keys: Collection[UUID]) -> set[UUID]:
    """Return those practices that have been adapted (hook `practices_adapted`)."""
    return {key for ask in hooks.get_hooks("practices_adapted") for key in ask(keys)}


def _records(pages: Sequence[PracticePage], facts: Mapping[int, dict[str, Any]], adapted: Collection[UUID]) -> list[Record]:
    keys = {page.translation_key for page in pages}
    held, versions, papers = _renderings(keys), _versions(keys), papers_of(facts.values())
    about = {page.pk: _about(page, held[page.translation_key], versions, adapted) for page in pages}
    named = (*TEXTS, *FACT_FIELDS)
    return [composed({name: getattr(page, name) for name in named}, facts[page.pk], about[page.pk], papers) for page in pages]


def _about(page: PracticePage, held: dict[str, str], versions: Mapping[Any, Any], adapted: Collection[UUID]) -> About:
    code = page.locale.language_code
    number, uid = versions.get((page.translation_key, code), (0, None))
    return About(
        key=page.translation_key,
        language=code,
        original_language=page.original_language or code,
        rendering=page.rendering,
        translator=page.translator,
        version=number,
        published_at=page.first_published_at,
        changed_at=page.last_published_at,
        address=full(address(page.url_path, language=code)),
        permanent=permanent(uid, code) if uid else "",
        others={other: where for other, where in held.items() if other != code},
        is_adapted=page.translation_key in adapted,
        is_withdrawn=not page.live,
    )


def _renderings(keys: Collection[UUID]) -> dict[UUID, dict[str, str]]:
    held: dict[UUID, dict[str, str]] = defaultdict(dict)
    rows = live_practices().filter(translation_key__in=keys).values_list("translation_key", "locale__language_code", "url_path")
    for key, code, url_path in rows:
        held[key][code] = full(address(url_path, language=code))
    return held


def _versions(keys: Collection[UUID]) -> dict[tuple[UUID, str], tuple[int, UUID]]:
    """Return number and permanent name of the last version of each text."""
    rows = Version.objects.filter(translation_key__in=keys).order_by("number").values_list("translation_key", "language", "number", "uuid")
    return {(key, language): (number, uid) for key, language, number, uid in rows}


def _facts(ids: list[int]) -> dict[int, dict[str, Any]]:
    """Return what hangs on each of these pages, as `facts_of` says it of one. Seven questions."""
    found: dict[int, dict[str, Any]] = {id: defaultdict(list) for id in ids}

    def read(name: str, model: Any, *fields: str) -> None:
        for page, *values in model.objects.filter(page__in=ids).order_by("sort_order", "pk").values_list("page_id", *fields):
            names = [field.partition("__")[0] for field in fields]
            found[page][name].append(values[0] if len(fields) == 1 else dict(zip(names, values, strict=True)))

    read("countries", PracticeCountry, "country__iso2", "role")
    read("themes", PracticeTheme, "theme__slug")
    read("targets", PracticeTarget, "target__code")
    read("instruments", PracticeInstrument, "instrument__code")
    read("amounts", PracticeAmount, "amount", "currency", "source")
    read("contacts", PracticeContact, "name", "email", "address")
    read("materials", PracticeMaterial, "title", "address", "document")
    return found
