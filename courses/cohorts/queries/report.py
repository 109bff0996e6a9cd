"""The figures of an edition as plain values: live until it is closed, then as they were frozen."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpRequest

from content.generation.queries import remembered
from courses.catalogue.models import ModulePage
from courses.cohorts.choices import Cell
from courses.cohorts.queries.cohort import cohort
from courses.cohorts.queries.plan import plans_in
from courses.cohorts.standings import Plan, Row
from courses.completion.queries import outline
from courses.editions.models import Edition, Event
from courses.enrolment.choices import State
from courses.evaluation.hiding import grouped, is_shown
from courses.evaluation.queries import Percents, answered_in, before_and_after, figures_of, percents_of

SHAPE = 1  # of what is frozen: pages know by it what they read


def report_of(edition: Edition, now: datetime, request: HttpRequest | None = None) -> dict[str, Any]:
    """Return all figures of an edition at this moment, as values that JSON can hold. Numbers of countries under 5 are put together.

    Seven queries however many people and modules; with a `request` what follows from published pages alone is remembered.
    """
    modules, told = outline(edition.course_key, request), answered_in(edition)
    percents = percents_of(edition, [unit.key for module in modules for unit in module.units if unit.is_quiz])
    plans = plans_in(modules, edition)
    rows = cohort(edition=edition, plans=plans, now=now)
    return {
        "shape": SHAPE,
        "at": now.isoformat(timespec="seconds"),
        "people": _people(told.states, rows),
        "modules": _modules(plans, rows, _titles(edition, plans, request)),
        "countries": _countries(rows),
        "events": _events(edition),
        "quizzes": _quizzes(modules, percents),
        "tests": before_and_after(edition, modules, percents),
        "evaluation": figures_of(edition, told),
    }


def _people(states: dict[str, int], rows: list[Row]) -> dict[str, int]:
    return {
        "enrolled": states[State.ACTIVE] + states[State.WITHDRAWN],
        "active": states[State.ACTIVE],
        "withdrawn": states[State.WITHDRAWN],
        "refused": states[State.REFUSED],
        "completed": sum(row.completed_at is not None for row in rows),
        "begun": sum(row.standing != "none" for row in rows),
        "late": sum(bool(row.late) for row in rows),
    }


def _titles(edition: Edition, plans: list[Plan], request: HttpRequest | None) -> dict[UUID, dict[str, str]]:
    """Return what each module is called, by language."""

    def ask() -> dict[UUID, dict[str, str]]:
        titles: dict[UUID, dict[str, str]] = {plan.key: {} for plan in plans}
        pages = ModulePage.objects.live().filter(translation_key__in=list(titles), alias_of=None)
        for key, code, title in pages.values_list("translation_key", "locale__language_code", "title"):
            titles[key][code] = title
        return titles

    return remembered(request, f"titles-of-modules:{edition.course_key}", ask) if request else ask()


def _modules(plans: list[Plan], rows: list[Row], titles: dict[UUID, dict[str, str]]) -> list[dict[str, Any]]:
    found = []
    for place, plan in enumerate(plans):
        states = Counter(row.squares[place].state for row in rows)
        numbers = {str(state): states[state] for state in Cell.values}
        found.append({"number": plan.number, "key": str(plan.key), "titles": titles[plan.key] or {"": plan.title}, **numbers})
    return found


def _countries(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return people and completions by country; the rest, under an empty code, without numbers where it is under 5."""
    people, done = Counter(row.country for row in rows), Counter(row.country for row in rows if row.completed_at)
    shown, rest = grouped(people, unknown=[""])
    found: list[dict[str, Any]] = [{"code": code, "people": people[code], "completed": done[code]} for code in shown]
    number = sum(people[code] for code in rest)
    if rest:
        is_told = is_shown(number)
        completed = sum(done[code] for code in rest)
        found.append({"code": "", "people": number if is_told else None, "completed": completed if is_told else None})
    return found


def _events(edition: Edition) -> list[dict[str, Any]]:
    there = Count("attendance", filter=Q(attendance__was_there=True))
    rows = Event.objects.filter(edition=edition).annotate(there=there, noted=Count("attendance"))
    return [{"title": row.title, "at": _moment(edition, row.starts_at), "there": row.there, "noted": row.noted} for row in rows]


def _moment(edition: Edition, at: datetime) -> str:
    """Return a moment as ISO 8601 has it in the zone of the edition."""
    return at.astimezone(edition.tz).isoformat(timespec="minutes")


def _quizzes(modules: list[Any], percents: Percents) -> list[dict[str, Any]]:
    """Return the mean of each quiz that counts in the course, of the attempts that count."""
    found = []
    for unit in (unit for module in modules for unit in module.units if unit.is_quiz and unit.purpose == "course"):
        reached = list(percents.get(unit.key, {}).values())
        told = round(sum(reached) / len(reached), 1) if is_shown(len(reached)) else None
        found.append({"key": str(unit.key), "title": unit.title, "people": len(reached), "mean": told})
    return found
