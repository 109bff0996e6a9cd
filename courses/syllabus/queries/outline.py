"""The outline of a course: asked once for each language and generation, then remembered."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, override
from wagtail.models import Page

from content.generation.queries import KEEP, generation, remembered
from content.pages.addresses import address, content_code
from courses.catalogue.choices import Completes
from courses.catalogue.models import CoursePage, ModulePage
from courses.catalogue.queries import unit_kinds
from courses.syllabus.outlining import CourseOutline, ModuleOutline, UnitOutline, in_one_order
from courses.syllabus.release import Condition

PLACE = ("pk", "path", "depth", "url_path", "title", "translation_key", "locale__language_code", "alias_of__locale__language_code")
FACTS = ("minutes", "hours", "is_required", "completes", "release", "posts_min", "pass_percent", "keeps", "purpose")


class Row(NamedTuple):
    """A page of the course in one language."""

    pk: int
    path: str
    depth: int
    url_path: str
    title: str
    key: UUID
    tree: str
    source: str | None
    facts: dict[str, Any]
    model: type[Model]

    @property
    def above(self) -> str:
        """Return the place of the page above."""
        return self.path[: -Page.steplen]


def outline(course_key: UUID, request: HttpRequest | None = None, *, language: str = "") -> list[ModuleOutline]:
    """Return the modules of a course with their units, as members find them, in the active language (or `language`)."""
    return list(course_outline(course_key, request, language=language).modules)


def course_outline(course_key: UUID, request: HttpRequest | None = None, *, language: str = "") -> CourseOutline:
    """Return the course as those who take part go through it, titles and addresses in the active language (or `language`).

    The units are the same in every language: all that are published in any. One whose page is not published in the reader's language is
    named and linked in Portuguese, else in whatever language it is in. Asked once for each language and generation.
    """
    spoken = language or get_language() or settings.LANGUAGE_CODE
    name = f"outline:{course_key}:{spoken}"
    if request is not None:
        held: dict[str, CourseOutline] = request.__dict__.setdefault("_outlines", {})
        if name not in held:
            held[name] = remembered(request, name, lambda: _read(course_key, spoken))
        return held[name]
    place = f"{name}:{generation()}"
    kept: CourseOutline | None = cache.get(place)
    if kept is None:
        kept = _read(course_key, spoken)
        cache.set(place, kept, KEEP)
    return kept


def newest_outline(course_key: UUID) -> CourseOutline:
    """Return the course as it is at this moment, not as it is remembered: for what follows a change of its pages at once."""
    return _read(course_key, get_language() or settings.LANGUAGE_CODE)


def _read(course_key: UUID, language: str) -> CourseOutline:
    """Ask for the pages of a course: three queries and one for each kind of unit."""
    code = content_code(language)
    courses = _rows(CoursePage.objects.filter(translation_key=course_key))
    modules = _rows(_below(ModulePage, [(row.path, row.depth) for row in courses]))
    units = [row for kind in unit_kinds() for row in _rows(_below(kind, [(row.path, row.depth) for row in modules]))]
    keys = _page_keys([*modules, *units])
    with override(language):
        made = [_module(row, facts, language) for row, facts in _chosen(modules, code)]
        by_module: dict[UUID, list[UnitOutline]] = defaultdict(list)
        module_at = {row.path: row.key for row in modules}
        for row, facts in _chosen(sorted(units, key=lambda row: row.path), code):
            above = module_at[row.above]
            by_module[above].append(_unit(row, facts, language, above, len(by_module[above]) + 1, keys))
    if not courses:
        return CourseOutline(course_key)
    row, facts = _chosen(courses, code)[0]
    return CourseOutline(
        key=course_key,
        title=row.title,
        code=_code(row, language),
        url=address(row.url_path, language=language),
        pass_percent=facts["pass_percent"],
        posts_min=facts["posts_min"] or 0,
        modules=tuple(
            ModuleOutline(**shown, number=number, release=_conditions(row_facts, keys), units=tuple(by_module[shown["key"]]))
            for number, (shown, row_facts) in enumerate(made, start=1)
        ),
    )


def _below(model: type[Any], places: Iterable[tuple[str, int]]) -> QuerySet[Any]:
    """Return the pages of a kind right below these places."""
    wanted = Q(pk__in=[])
    for path, depth in places:
        wanted |= Q(path__startswith=path, depth=depth + 1)
    return model.objects.filter(wanted)


def _rows(pages: QuerySet[Any]) -> list[Row]:
    """Return the live ones among these pages, in the order of their trees."""
    model = pages.model
    names = [name for name in FACTS if any(field.name == name for field in model._meta.get_fields())]
    found = pages.filter(live=True).order_by("path").values_list(*PLACE, *names)
    return [Row._make((*values[: len(PLACE)], dict(zip(names, values[len(PLACE) :], strict=True)), model)) for values in found]


def _chosen(rows: list[Row], code: str) -> list[tuple[Row, dict[str, Any]]]:
    """Return one row for each key, in the reader's language, Portuguese or any, with the facts of the oldest page, which is the source."""
    trees: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        trees[row.tree].append(row)
    ranked = [trees[tree] for tree in sorted(trees, key=lambda tree: (tree != code, tree != "pt", tree))]
    best = {row.key: row for tree in reversed(ranked) for row in tree}
    source = {row.key: row for row in sorted(rows, key=lambda row: -row.pk)}
    return [(best[key], source[key].facts) for key in in_one_order([[row.key for row in tree] for tree in ranked])]


def _code(row: Row, language: str) -> str:
    """Return the language of a title where it is not the reader's."""
    own = row.source or row.tree
    return "" if own == content_code(language) else own


def _module(row: Row, facts: dict[str, Any], language: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is shown of a module, and its facts."""
    url = address(row.url_path, language=language)
    return {"key": row.key, "title": row.title, "code": _code(row, language), "url": url, "hours": facts["hours"]}, facts


def _unit(row: Row, facts: dict[str, Any], language: str, module_key: UUID, number: int, keys: dict[int, UUID]) -> UnitOutline:
    """Return a unit."""
    kind: Any = row.model
    return UnitOutline(
        key=row.key,
        module_key=module_key,
        number=number,
        title=row.title,
        code=_code(row, language),
        url=address(row.url_path, language=language),
        kind=str(kind.kind),
        label=kind._meta.label,
        icon=kind.icon,
        minutes=facts["minutes"],
        is_required=facts["is_required"],
        completes=completion_of(kind, facts),
        release=_conditions(facts, keys),
        posts_min=facts.get("posts_min") or 1,
        pass_percent=facts.get("pass_percent"),
        keeps=facts.get("keeps") or "best",
        purpose=facts.get("purpose") or "",
    )


def completion_of(kind: Any, facts: dict[str, Any]) -> str:
    """Return what makes a unit done: what its editor chose, where its kind can fulfil that; else what its kind has."""
    chosen = facts["completes"]
    needed = {Completes.PASSED: "pass_percent", Completes.POSTED: "posts_min"}.get(chosen)
    is_possible = bool(chosen) and (needed is None or needed in facts)
    return str(chosen if is_possible else kind.own_completion)


def _page_keys(rows: list[Row]) -> dict[int, UUID]:
    """Return the translation keys of the pages that conditions name: one query, none where there are none."""
    wanted = {pk for row in rows for raw in row.facts["release"].raw_data for pk in _pages_in(raw)}
    return dict(Page.objects.filter(pk__in=wanted).values_list("pk", "translation_key")) if wanted else {}


def _pages_in(raw: Any) -> list[int]:
    """Return the ids of the pages that a condition names."""
    value = raw["value"]
    named = {"unit": value, "score": value.get("quiz") if isinstance(value, dict) else None}.get(raw["type"])
    return [named] if isinstance(named, int) else []


def _conditions(facts: dict[str, Any], keys: dict[int, UUID]) -> tuple[Condition, ...]:
    """Return the conditions of a module or unit as plain values; one whose page is gone is left out."""
    found = []
    for raw in facts["release"].raw_data:
        kind, value = raw["type"], raw["value"]
        key = next((keys.get(pk) for pk in _pages_in(raw)), None)
        if kind in ("unit", "score") and key is None:
            continue
        on: date | None = parse_date(str(value)) if kind == "date" and value else None
        percent = int(value.get("percent") or 0) if kind == "score" else 0
        found.append(Condition(kind, key, percent, int(value or 0) if kind == "days" else 0, on))
    return tuple(found)
