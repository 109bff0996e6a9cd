"""All that a page must know of one who takes part, by one question: her summaries, and the dates of her edition."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import CharField, DateField, DateTimeField, PositiveSmallIntegerField, Value
from django.db.models.fields import Field

from courses.completion.models import UnitProgress
from courses.editions.models import ModuleDates
from courses.enrolment.models import Enrolment


@dataclass(frozen=True)
class Remembered:
    """The summary of a unit, as plain values."""

    last_at: datetime
    done_at: datetime | None
    percent: int | None
    posts: int
    place: str


@dataclass(frozen=True)
class Days:
    """The dates of a module, as plain values."""

    opens_on: date | None
    due_on: date | None


def memory_of(enrolment: Enrolment) -> tuple[dict[UUID, Remembered], dict[UUID, Days]]:
    """Return the summaries of one who takes part by unit, and the dates of her edition by module. One query for both."""
    units = UnitProgress.objects.filter(enrolment=enrolment.pk).values_list(
        "unit_key", "last_at", "done_at", "percent", "posts", "place", _none(DateField()), _none(DateField())
    )
    dates = ModuleDates.objects.filter(edition=enrolment.edition_id).values_list(
        "module_key",
        *(_none(DateTimeField()) for _ in range(2)),
        *(_none(PositiveSmallIntegerField()) for _ in range(2)),
        Value("", output_field=CharField()),
        "opens_on",
        "due_on",
    )
    progress: dict[UUID, Remembered] = {}
    days: dict[UUID, Days] = {}
    for key, last_at, done_at, percent, posts, place, opens_on, due_on in units.union(dates, all=True):
        if last_at is None:
            days[key] = Days(opens_on, due_on)
        else:
            progress[key] = Remembered(last_at, done_at, percent, posts, place)
    return progress, days


def _none(field: Field) -> Value:
    """Return nothing, of the type of this field."""
    return Value(None, output_field=field)
