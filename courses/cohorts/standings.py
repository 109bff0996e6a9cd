"""Where people stand, worked out from numbers and dates. Pure: no models, no request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from courses.cohorts.choices import Cell, Standing


@dataclass(frozen=True)
class Plan:
    """What one module asks in an edition: keys of the units that count (the required ones; all where none is), and its moments.

    `is_asked`: whether anything in it is required; what is not can be neither late nor left undone.
    """

    key: UUID
    number: int
    title: str
    url: str
    counted: tuple[UUID, ...]
    units: tuple[UUID, ...]
    is_asked: bool
    opens_at: datetime | None
    due_at: datetime | None


@dataclass(frozen=True)
class Square:
    """One person in one module: a word of `Cell`, and how many of the units that count are done."""

    state: str
    done: int
    total: int


@dataclass(frozen=True)
class Row:
    """One person in the cohort. `late`: numbers of the modules; `stuck_since`: None where she is not."""

    pk: int
    uid: UUID
    person_id: int
    name: str
    email: str
    country: str
    institution: str
    language: str
    since: datetime
    extra_days: int
    completed_at: datetime | None
    seen_at: datetime | None
    squares: tuple[Square, ...]
    late: tuple[int, ...]
    stuck_since: datetime | None

    @property
    def done(self) -> int:
        """Return how many of the units that count are done."""
        return sum(square.done for square in self.squares)

    @property
    def total(self) -> int:
        """Return how many units count."""
        return sum(square.total for square in self.squares)

    @property
    def percent(self) -> int:
        """Return how much is done, in whole per cent, rounded down."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def standing(self) -> Standing:
        """Return where she stands in the course."""
        if self.completed_at:
            return Standing.COMPLETED
        return Standing.BEGUN if self.seen_at or self.done else Standing.NONE


def square(plan: Plan, done: int, is_begun: bool, extra_days: int, now: datetime) -> Square:
    """Return where a person stands in a module; `extra_days` move its last day for her alone."""
    total = len(plan.counted)
    if total and done >= total:
        state = Cell.DONE
    elif plan.is_asked and plan.due_at and plan.due_at + timedelta(days=extra_days) <= now:
        state = Cell.LATE
    elif done or is_begun:
        state = Cell.BEGUN
    else:
        state = Cell.SHUT if plan.opens_at and plan.opens_at > now else Cell.NONE
    return Square(state, min(done, total), total)


def stuck_since(plans: list[Plan], squares: list[Square], seen_at: datetime, days: int, now: datetime) -> datetime | None:
    """Return since when nothing was done while something required is open and left; None where that is not so for `days` days.

    Time counts from her last deed (or her first day), yet not before something that is left was open.
    """
    left = [plan.opens_at for plan, held in zip(plans, squares, strict=True) if plan.is_asked and _is_left(plan, held, now)]
    if not left:
        return None
    opened = [moment for moment in left if moment]
    since = seen_at if len(opened) < len(left) else max(seen_at, min(opened))
    return since if now - since >= timedelta(days=days) else None


def _is_left(plan: Plan, held: Square, now: datetime) -> bool:
    return held.done < held.total and not (plan.opens_at and plan.opens_at > now)
