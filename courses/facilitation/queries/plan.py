"""What an edition asks, module by module, with its dates."""

from django.http import HttpRequest

from courses.completion.queries import outline
from courses.editions.models import Edition
from courses.facilitation.standings import Plan


def plans_of(request: HttpRequest, edition: Edition) -> list[Plan]:
    """Return the modules of the edition's course in the reader's language; without a last day of its own a module is due with the edition."""
    dates = {row.module_key: row for row in edition.module_dates.all()}
    plans = []
    for module in outline(edition.course_key, request):
        asked = tuple(unit.key for unit in module.units if unit.counts)
        units = tuple(unit.key for unit in module.units)
        held = dates.get(module.key)
        opens_at = edition.day_begins(held.opens_on) if held and held.opens_on else edition.starts_at
        due_at = edition.day_ends(held.due_on) if held and held.due_on else edition.ends_at
        plans.append(Plan(module.key, module.number, module.title, module.url, asked or units, units, bool(asked), opens_at, due_at))
    return plans
