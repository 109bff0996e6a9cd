"""Writing seeded pages: once, in their languages, never over what people made of them since."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.files import File
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from content.audience.actions import set_level
from content.media.models import Paper
from content.pages.actions import spread_aliases
from content.pages.choices import Rendering
from content.seeding.queries import held, is_translated, papers_held
from content.seeding.shaping import Spec, blocks, identity, in_language, papers_named, with_papers
from content.seeding.translating import translate


@dataclass(frozen=True)
class _Ground:
    """What all pages of one sowing share."""

    there: set[tuple[UUID, str]]
    folder: Path
    now: datetime
    say: Callable[[str], None]


def sow(*, specs: list[Spec], parent: Page, now: datetime, folder: Path = Path(), say: Callable[[str], None] = lambda text: None) -> int:
    """Write these pages below `parent` and what is below them, parents first; return how many texts were written.

    Each page is one transaction for each language. A page that is there already is left as it is. Files are taken from `folder`.
    """
    there = held([spec["key"] for spec in _flat(specs)])
    ground = _Ground(there=there, folder=folder, now=now, say=say)
    return sum(_sow_one(spec, parent.translation_key, ground) for spec in specs)


def _flat(specs: list[Spec]) -> Iterator[Spec]:
    """Yield every page of the form, parents before what is below them."""
    for spec in specs:
        yield spec
        yield from _flat(spec.get("pages", []))


def _sow_one(spec: Spec, parent_key: UUID, ground: _Ground) -> int:
    """Write one page in the languages that it lacks, its aliases, then the pages below it."""
    key = identity(spec["key"])
    original, *others = spec["languages"]
    missing = [language for language in spec["languages"] if (key, language) not in ground.there]
    written = 0
    if missing:
        streams = spec.get("streams", {})
        spec = {**spec, "streams": with_papers(streams, keep_papers(names=papers_named(streams), folder=ground.folder))}
        page = write_original(spec=spec, parent_key=parent_key, now=ground.now) if original in missing else _page(key, original)
        written = (original in missing) + sum(translate_page(spec=spec, page=page, language=code) for code in others if code in missing)
    if written:
        spread_aliases(page=page)
        ground.say(f"{in_language(spec['fields']['title'], original)} ({', '.join(spec['languages'])})")
    return written + sum(_sow_one(child, key, ground) for child in spec.get("pages", []))


@transaction.atomic
def write_original(*, spec: Spec, parent_key: UUID, now: datetime) -> Page:
    """Write and publish the page in its original language, with its access."""
    language = spec["languages"][0]
    page = _unsaved(spec, language)
    _page(parent_key, language).add_child(instance=page)
    page.save_revision(clean=False).publish(skip_permission_checks=True)
    if level := spec.get("access"):
        set_level(translation_key=page.translation_key, level=level, now=now)
    return page


@transaction.atomic
def translate_page(*, spec: Spec, page: Page, language: str) -> int:
    """Write and publish one translation with its provenance; return 0 where it was given to translation before."""
    locale = Locale.objects.get(language_code=language)
    if is_translated(spec["key"], locale):
        return 0
    target = translate(page=page, wording=_unsaved(spec, language), locale=locale)
    target.rendering = Rendering.UNOFFICIAL
    target.original_language = spec["languages"][0]
    target.save_revision(clean=False).publish(skip_permission_checks=True)
    return 1


@transaction.atomic
def keep_papers(*, names: set[str], folder: Path) -> dict[str, int]:
    """Return the rows of these files, by name; one that is not held yet is taken in. Raises OSError for a file that is not in `folder`."""
    contents = {name: (folder / name).read_bytes() for name in sorted(names)}
    rows = papers_held({name: sha1(content, usedforsecurity=False).hexdigest() for name, content in contents.items()}) if contents else {}
    for name in contents.keys() - rows.keys():
        with (folder / name).open("rb") as file:
            rows[name] = Paper.objects.create(title=name, file=File(file, name=name)).pk
    return rows


def _unsaved(spec: Spec, language: str) -> Page:
    """Return the page as it reads in one language, not saved."""
    model = apps.get_model(spec["kind"])
    values = {**spec.get("fields", {}), **_streams(model, spec, language)}
    return model(
        **in_language(values, language),
        slug=spec["slug"],
        translation_key=identity(spec["key"]),
        locale=Locale.objects.get(language_code=language),
    )


def _streams(model: type[Page], spec: Spec, language: str) -> dict[str, str]:
    """Return the fields of blocks as JSON."""
    named = spec.get("streams", {})
    unknown = set(named) - {field.name for field in model._meta.get_fields() if isinstance(field, StreamField)}
    if unknown:
        raise ValueError(f"{spec['key']}: {model.__name__} has no {', '.join(sorted(unknown))}")
    return {name: json.dumps(blocks(in_language(stream, language), key=f"{spec['key']}/{name}")) for name, stream in named.items()}


def _page(key: Any, language: str) -> Page:
    """Return the page with this translation key in this language."""
    return Page.objects.get(translation_key=key, locale__language_code=language).specific
