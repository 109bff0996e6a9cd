"""Lists of pages as readers see them: only what this person may read, each with its title, lead and the language of its text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from content.audience.rules import visible_to
from content.pages.addresses import address
from content.pages.queries import children, source_languages

NEWEST = 3


@dataclass(frozen=True)
class Entry:
    """One page in a list."""

    title: str
    url: str
    key: Any
    text: str
    above: str
    code: str


@dataclass(frozen=True)
class Group:
    """The newest pages of one section, on the first page."""

    title: str
    url: str
    entries: list[Entry]


def entries(request: HttpRequest, pages: Iterable[Page]) -> list[Entry]:
    """Return these pages as entries of a list: one query more, however many."""
    pages = list(pages)
    codes = source_languages(pages)
    return [
        Entry(
            title=page.title,
            url=address(page.url_path, request),
            key=page.translation_key,
            text=getattr(page, "lead", "") or page.search_description,
            above=str(page.specific_class._meta.verbose_name).capitalize() if page.specific_class else "",
            code=codes.get(page.pk, ""),
        )
        for page in pages
    ]


def section_entries(request: HttpRequest, page: Page) -> list[Entry]:
    """Return what a section gathers."""
    return [entry_without_kind(entry) for entry in entries(request, visible_to(request.user, children(page)))]


def entry_without_kind(entry: Entry) -> Entry:
    """Return the entry without its kind: in a section all are of one kind."""
    return Entry(entry.title, entry.url, entry.key, entry.text, "", entry.code)


def home_groups(request: HttpRequest, page: Page) -> list[Group]:
    """Return, for each section of the menu that has something, its newest pages: a fixed number of queries."""
    sections = list(page.get_children().live().in_menu().values_list("path", "title", "url_path"))
    below = Page.objects.live().filter(path__startswith=page.path, depth=page.depth + 2)
    chosen = visible_to(request.user, below).order_by("-first_published_at", "path").values_list("pk", "path")
    by_section: dict[str, list[int]] = {path: [] for path, _title, _url in sections}
    for pk, path in chosen:
        keys = by_section.get(path[: -Page.steplen])
        if keys is not None and len(keys) < NEWEST:
            keys.append(pk)
    wanted = [pk for keys in by_section.values() for pk in keys]
    shown = list(Page.objects.filter(pk__in=wanted).order_by("path").defer_streamfields().specific()) if wanted else []
    found = dict(zip([page.pk for page in shown], entries(request, shown), strict=True))
    return [
        Group(title, address(url_path, request), [entry_without_kind(entry) for pk, entry in found.items() if pk in by_section[path]])
        for path, title, url_path in sections
        if by_section[path]
    ]
