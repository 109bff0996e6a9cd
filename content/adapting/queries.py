"""The family of a practice: what it was adapted from, and what was adapted from it, each only where it may be read."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from content.adapting.models import Adaptation
from content.adapting.rules import decidable_by
from content.audience.rules import Reader
from content.pages.addresses import address
from content.practices.queries import live_practices, practices_seen_by

DEEPEST = 6  # generations that are looked at, up and down
MOST = 300  # adaptations of one family that are drawn


class Title(NamedTuple):
    """A practice as lists name it; `code` is the language of the title."""

    title: str
    url: str
    code: str


@dataclass
class Node:
    """One of a family: the practice with which it begins, or an adaptation."""

    title: str
    url: str = ""
    code: str = ""
    adaptation: Adaptation | None = None
    is_here: bool = False
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterable["Node"]:
        """Yield this one and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def adapted_among(keys: Collection[UUID]) -> set[UUID]:
    """Return those of these practices that have an adaptation which is shown."""
    rows = Adaptation.objects.accepted().filter(practice_key__in=keys)
    return set(rows.values_list("practice_key", flat=True).distinct())


def titles_of(keys: Collection[UUID], *, language: str, user: Reader = None, is_all: bool = False) -> dict[UUID, Title]:
    """Return title and address of these practices in a language, else in any; only those that this person may read, or all live ones."""
    pages = live_practices() if is_all else practices_seen_by(user)
    rows = pages.filter(translation_key__in=keys).values_list("translation_key", "title", "url_path", "locale__language_code")
    found: dict[UUID, Title] = {}
    for key, title, url_path, code in rows.order_by("path"):
        if key not in found or code == language:
            found[key] = Title(title, address(url_path), code)
    return found


def adaptations_of(key: UUID) -> QuerySet[Adaptation]:
    """Return the adaptations of one practice that are shown, the earliest first."""
    return Adaptation.objects.accepted().filter(practice_key=key).select_related("country", "parent").order_by("year", "pk")


def waiting_for(user: Any) -> QuerySet[Adaptation]:
    """Return the adaptations that wait for this editor, the oldest first."""
    return decidable_by(user).waiting().select_related("country", "by")


def origins_of(key: UUID) -> list[UUID]:
    """Return the practices that this one comes from, the nearest first. A question a generation; one where it comes from none."""
    chain: list[UUID] = []
    while len(chain) < DEEPEST:
        above = Adaptation.objects.accepted().filter(became_key=chain[-1] if chain else key).order_by("year", "pk")
        found = above.values_list("practice_key", flat=True).first()
        if found is None or found in chain or found == key:
            break
        chain.append(found)
    return chain


def family_of(key: UUID, *, user: Reader, language: str) -> Node | None:
    """Return the whole family of a practice from its first origin that this person may read; None where nothing is told of it.

    A question a generation, and one for all titles.
    """
    origins = origins_of(key)
    rows = _below(origins[-1] if origins else key)
    if not rows:
        return None
    keys = {key, *origins, *(row.became_key for group in rows.values() for row in group if row.became_key)}
    titles = titles_of(keys, language=language, user=user)
    root = next((origin for origin in [*reversed(origins), key] if origin in titles), None)
    if root is None:
        return None
    named = titles[root]
    node = Node(named.title, named.url, named.code, is_here=root == key)
    node.children = _children(rows, titles, root, None, key, {root})
    return node


def _below(root: UUID) -> dict[UUID, list[Adaptation]]:
    """Return all adaptations of a practice and of the records that they became, by practice."""
    found: dict[UUID, list[Adaptation]] = defaultdict(list)
    keys, seen, count = {root}, {root}, 0
    for _generation in range(DEEPEST):
        rows = Adaptation.objects.accepted().filter(practice_key__in=keys).select_related("country").order_by("year", "pk")[: MOST - count]
        keys = set()
        for row in rows:
            found[row.practice_key].append(row)
            count += 1
            if row.became_key and row.became_key not in seen:
                keys.add(row.became_key)
        seen |= keys
        if not keys or count >= MOST:
            break
    return found


def _children(
    rows: dict[UUID, list[Adaptation]], titles: dict[UUID, Title], key: UUID, parent: int | None, here: UUID, path: set[UUID]
) -> list[Node]:
    made, own = [], rows.get(key, ())
    shown = {row.pk for row in own}
    for row in own:
        if (row.parent_id if row.parent_id in shown else None) != parent:
            continue
        became = titles.get(row.became_key) if row.became_key else None
        node = Node(*(became or ("", "", "")), adaptation=row, is_here=row.became_key == here)
        node.children = _children(rows, titles, key, row.pk, here, path)
        if row.became_key and became and row.became_key not in path:
            node.children += _children(rows, titles, row.became_key, None, here, path | {row.became_key})
        made.append(node)
    return made
