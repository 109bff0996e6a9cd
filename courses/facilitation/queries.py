"""One learner, as those who run her edition see her."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from courses.completion.choices import Deed
from courses.completion.models import Happening
from courses.completion.queries import outline, progress_of
from courses.editions.models import StaffAct
from courses.enrolment.models import Enrolment

SHOWN = 200  # rows of the log


@dataclass(frozen=True)
class Unit:
    """A unit as she stands in it. `state`: done, begun or none; `is_granted`: a facilitator's mark stands."""

    key: UUID
    title: str
    code: str
    kind: str
    is_asked: bool
    state: str
    done_at: datetime | None
    percent: int | None
    posts: int
    is_granted: bool


@dataclass(frozen=True)
class Module:
    """A module with its units."""

    number: int
    title: str
    code: str
    units: list[Unit]


@dataclass(frozen=True)
class Line:
    """One line of her log: deed, unit, when; by whom and why where a facilitator marked it."""

    said: str
    title: str
    at: datetime
    by: str
    reason: str
    percent: int | None


def modules_of(request: HttpRequest, enrolment: Enrolment) -> list[Module]:
    """Return the course with where she stands in each unit. Three queries beside the outline."""
    progress, granted = progress_of(enrolment), _granted(enrolment)
    modules = []
    for module in outline(enrolment.edition.course_key, request):
        units = []
        for unit in module.units:
            row = progress.get(unit.key)
            state = "none" if row is None else "done" if row.done_at else "begun"
            units.append(
                Unit(
                    unit.key,
                    unit.title,
                    unit.code,
                    unit.kind,
                    unit.counts,
                    state,
                    row.done_at if row else None,
                    row.percent if row else None,
                    row.posts if row else 0,
                    unit.key in granted,
                )
            )
        modules.append(Module(module.number, module.title, module.code, units))
    return modules


def log_of(enrolment: Enrolment, modules: list[Module]) -> list[Line]:
    """Return what happened, the latest first."""
    titles = {unit.key: unit.title for module in modules for unit in module.units}
    rows = Happening.objects.filter(enrolment=enrolment).select_related("by").order_by("-at", "-pk")[:SHOWN]
    return [
        Line(
            row.get_deed_display(),
            titles.get(row.unit_key, ""),
            row.at,
            str(row.by) if row.by else "",
            row.reason,
            (row.data or {}).get("percent"),
        )
        for row in rows
    ]


def acts_about(enrolment: Enrolment) -> list[StaffAct]:
    """Return what staff did about her in this edition, the latest first."""
    rows = StaffAct.objects.filter(edition=enrolment.edition_id, about=enrolment.person_id).select_related("by")
    return list(rows[:SHOWN])


def _granted(enrolment: Enrolment) -> set[UUID]:
    """Return the units on which a facilitator's mark stands."""
    marks = Happening.objects.filter(enrolment=enrolment, deed__in=[Deed.GRANTED, Deed.REVOKED]).order_by("at", "token")
    last = dict(marks.values_list("unit_key", "deed"))
    return {key for key, deed in last.items() if deed == Deed.GRANTED}
