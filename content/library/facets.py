"""The facets as the page shows them: values with counts, what is chosen, and the links that take it away again."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote_plus

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from content.library.choices import FACETS, NAMES
from content.library.queries import Found, ways_out
from content.library.values import Value

OPEN = ("region", "theme")  # facets that stand open
REPEATED = 200  # signs of a question that each number of the page repeats as a link


class Option(NamedTuple):
    """One value; `url` asks for it alone in its facet, empty where the question is too long to be repeated hundreds of times."""

    key: str
    label: str
    count: int
    is_on: bool
    depth: int
    url: str


@dataclass(frozen=True)
class Group:
    """One facet with the values that would find something, and those that are chosen."""

    key: str
    label: str
    is_open: bool
    options: list[Option]

    @property
    def drawn(self) -> SafeString:
        """The options as items of a list. Not by a template: several hundred of them would take longer than all the rest of the page."""
        return mark_safe("".join(_drawn(self.key, option) for option in self.options))  # noqa: S308 - every part is escaped below


def _drawn(facet: str, option: Option) -> str:
    key, label = escape(option.key), escape(option.label)
    box = f'<input type="checkbox" name="{facet}" value="{key}"{" checked" if option.is_on else ""}>'
    number = f'<a class="num" href="{escape(option.url)}" aria-label="{option.count}, {label}">{option.count}</a>'
    if not option.url:
        number = f'<span class="num">{option.count}</span>'
    return f'<li{" class=deeper" if option.depth > 1 else ""}><label class="tick">{box}<span>{label}</span></label>{number}</li>'


class Chip(NamedTuple):
    """Something that narrows, and the address without it."""

    label: str
    url: str
    is_known: bool


def groups(found: Found) -> list[Group]:
    """Return the facets that have anything to choose."""
    made = (_group(found, facet) for facet in FACETS)
    return [group for group in made if group.options]


def _group(found: Found, facet: str) -> Group:
    counts, chosen = found.counts(facet), set(found.asked.values.get(facet, ()))
    base = found.asked.without(facet).query
    start = f"?{base}&{facet}=" if base else f"?{facet}="
    is_short = len(base) <= REPEATED
    options = [
        Option(
            value.key,
            value.label,
            counts.get(value.key, 0),
            value.key in chosen,
            value.depth,
            f"{start}{quote_plus(value.key)}" if is_short else "",
        )
        for value in found.shown(facet)
        if value.key in counts or value.key in chosen
    ]
    return Group(facet, str(NAMES[facet]), bool(chosen) or facet in OPEN, options)


def chips(found: Found) -> list[Chip]:
    """Return what narrows the list, each with the address that takes it away."""
    asked = found.asked
    words = [Chip(f"«{asked.text}»", address(asked.without("q").query), True)] if asked.text else []
    return words + [
        Chip(
            value.label if isinstance(value, Value) else value.key, address(asked.without(facet, value.key).query), isinstance(value, Value)
        )
        for facet in FACETS
        for value in found.chosen.get(facet, ())
    ]


def offers(found: Found) -> list[tuple[str, str, bool, int]]:
    """Return, where nothing was found, what would find something: (name, address, whether it is kept alone, how many)."""
    names = {**NAMES, "q": _("the words")}
    return [(str(names[way.facet]), address(way.asked.query), way.is_alone, way.count) for way in ways_out(found)]


def address(query: str) -> str:
    """Return the library's own address with this question, relative to the page."""
    return f"?{query}" if query else "?"
