"""What a kind of document is: how it is read, which page it becomes, and where such pages stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    """One kind of document; registered by a function on the hook `document_kinds` that returns a list of them."""

    name: str
    label: str | Promise
    page_class: type[Page]
    read: Callable[[Sequence[Piece]], Landing]
    nests: tuple[Nest, ...]
