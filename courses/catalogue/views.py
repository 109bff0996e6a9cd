"""What pages of the catalogue show beyond their own fields (hook `page_context`)."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from content.generation.queries import remembered
from courses.catalogue import queries
from courses.catalogue.models import CoursePage, ModulePage, Unit


def tell_of_courses(request: HttpRequest, page: Page) -> dict[str, Any]:
    """Return what is below and beside a page of the catalogue; nothing for other pages and for those not saved yet."""
    if not page.pk or page.depth is None:
        return {}
    if isinstance(page, CoursePage):
        return course_context(request, page)
    if isinstance(page, ModulePage):
        return module_context(request, page)
    return unit_context(request, page) if isinstance(page, Unit) else {}


def course_context(request: HttpRequest, course: CoursePage) -> dict[str, Any]:
    """Return the modules of a course, each with its number, address, units and whether it is for members, and the strips of its cloth."""
    rows = _modules(request, course.path, course.depth)
    units = remembered(request, f"units-in-each:{course.path}", lambda: queries.units_in_each(course, request.user))
    closed = remembered(request, f"closed-among:{course.path}", lambda: queries.closed_among([row.key for row in rows]))
    modules = [
        {**entry, "units": units.get(entry["row"].path, 0), "is_closed": entry["row"].key in closed} for entry in _at(request.path, rows)
    ]
    return {"modules": modules, "keys": [row.key for row in rows]}


def module_context(request: HttpRequest, module: ModulePage) -> dict[str, Any]:
    """Return where the module stands among its siblings, and its units."""
    siblings = _at(_above(request.path), _modules(request, _parent_path(module), module.depth - 1))
    return {**_place(module, siblings), "units": _at(request.path, _units(request, module.path, module.depth))}


def unit_context(request: HttpRequest, unit: Unit) -> dict[str, Any]:
    """Return where the unit stands among its siblings and the address of its module."""
    module_url = _above(request.path)
    siblings = _at(module_url, _units(request, _parent_path(unit), unit.depth - 1))
    return {**_place(unit, siblings), "module_url": module_url}


def _modules(request: HttpRequest, path: str, depth: int) -> list[queries.ModuleRow]:
    """Return the modules below a course that people of this rank may read."""
    return remembered(request, f"modules:{path}", lambda: queries.modules_below(path, depth, request.user))


def _units(request: HttpRequest, path: str, depth: int) -> list[queries.UnitRow]:
    """Return the units below a module that people of this rank may read."""
    return remembered(request, f"units:{path}", lambda: queries.units_below(path, depth, request.user))


def _place(page: Page, siblings: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the page's number among its siblings, how many there are, and its neighbours. A draft has no number."""
    here = next((index for index, entry in enumerate(siblings) if entry["row"].path == page.path), None)
    if here is None:
        return {"number": None, "total": len(siblings), "previous": None, "following": None}
    return {
        "number": here + 1,
        "total": len(siblings),
        "previous": siblings[here - 1] if here else None,
        "following": siblings[here + 1] if here + 1 < len(siblings) else None,
    }


def _at(parent_url: str, rows: list) -> list[dict[str, Any]]:
    """Return rows with their numbers and addresses: a page is served under its parent's address, so no question is asked."""
    return [{"row": row, "number": number, "url": f"{parent_url}{row.slug}/"} for number, row in enumerate(rows, start=1)]


def _above(url: str) -> str:
    """Return the address of the page above the one at this address."""
    return url.rstrip("/").rpartition("/")[0] + "/"


def _parent_path(page: Page) -> str:
    """Return the place in the tree of the page above."""
    return str(page.path[: -Page.steplen])
