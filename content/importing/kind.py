"""What a kind of document is: how it is read, which page it becomes, and where such pages stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from wagtail.models import Page

from content.reading.pieces import Piece
from content.sorting.landing import Landing


@dataclass(frozen=True)
class Nest:
    """A page that gathers others: found by one of its slugs, or made as a draft with a title in each language."""

    page_class: type[Page]
    slugs: tuple[str, ...]
    titles: dict[str, str]


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document; registered by a function on the hook `document_kinds` that returns a list of them.

    `hang` puts the rows of a landing on a page that is not saved yet; `remark` says, in sentences, what an editor should know of a
    landing, in a language, before it is kept; the third value is the person who brings it in, or None.
    """

    name: str
    label: str | Promise
    page_class: type[Page]
    read: Callable[[Sequence[Piece]], Landing]
    nests: tuple[Nest, ...]
    hang: Callable[[Any, Mapping[str, list[dict[str, str]]]], None] | None = None
    remark: Callable[[Landing, str, Any], list[str]] | None = None
