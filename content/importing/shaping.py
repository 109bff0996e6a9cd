"""A landing turned into what a page's fields take: values, and streams as raw data with ids that stay."""

import json
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.text import slugify

from content.sorting.landing import Block, Landing

SLUG_LENGTH = 80

Ids = dict[str, list[tuple[str, str]]]


def page_fields(landing: Landing, *, seed: str, ids: Ids | None = None) -> dict[str, Any]:
    """Return the page's fields. `seed` makes block ids; `ids` are (type, id) of each stream of the page that this one translates."""
    streams = {name: json.dumps(_stream(blocks, f"{seed}/{name}", (ids or {}).get(name, []))) for name, blocks in landing.streams.items()}
    return {**landing.values, **{name: value for name, value in landing.facts.items() if value is not None}, **streams}


def key_of(text: str) -> UUID:
    """Return a key that is the same for the same text everywhere."""
    return uuid5(NAMESPACE_URL, f"content.importing/{text}")


def slug_for(title: str) -> str:
    """Return the part of an address that a title gives: plain letters, cut at a word's end."""
    slug = slugify(title)
    return slug if len(slug) <= SLUG_LENGTH else slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]


def uneven(landing: Landing, ids: Ids) -> list[str]:
    """Return the names of the streams whose blocks are not, one by one, of the types that the other language has."""
    names = sorted({*landing.streams, *(name for name, blocks in ids.items() if blocks)})
    return [name for name in names if [block.type for block in landing.streams.get(name, [])] != [kind for kind, _id in ids.get(name, [])]]


def _stream(blocks: list[Block], seed: str, known: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return raw blocks: the ids of the other language as far as the types agree, one by one; after that new ones."""
    raw, agrees = [], True
    for index, block in enumerate(blocks):
        agrees = agrees and index < len(known) and known[index][0] == block.type
        raw.append({"type": block.type, "value": block.value, "id": known[index][1] if agrees else str(key_of(f"{seed}/{index}"))})
    return raw
