"""What an edition asks, module by module, with its dates."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from courses.cohorts.standings import Plan
from courses.completion.queries import outline
from courses.editions.models import Edition
from courses.editions.queries import dates_of


def plans_of(request: HttpRequest, edition: Edition) -> list[Plan]:
    """Return the modules of the edition's course in the reader's language."""
    return plans_in(outline(edition.course_key, request), edition)


def plans_in(modules: Iterable[Any], edition: Edition) -> list[Plan]:
    """Return the modules of an outline with the edition's dates; one without a last day of its own is due with the edition."""
    dates = dates_of(edition)
    plans = []
    for module in modules:
        asked = tuple(unit.key for unit in module.units if unit.counts)
        units = tuple(unit.key for unit in module.units)
        held = dates.get(module.key)
        opens_at = edition.day_begins(held.opens_on) if held and held.opens_on else edition.starts_at
        due_at = edition.day_ends(held.due_on) if held and held.due_on else edition.ends_at
        plans.append(Plan(module.key, module.number, module.title, module.url, asked or units, units, bool(asked), opens_at, due_at))
    return plans
