"""Where somebody stands in a course: what is done, what is left, by when, what comes next. Follows from plain values alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from courses.syllabus.outlining import CourseOutline, ModuleOutline, UnitOutline
from courses.syllabus.release import Facts, Reason, reasons

Progress = Mapping[UUID, Any]  # by unit: rows that have last_at, done_at, percent, posts and place, as `UnitProgress` has
Dates = Mapping[UUID, Any]  # by module: rows that have opens_on and due_on, as `ModuleDates` has


@dataclass(frozen=True)
class UnitStanding:
    """A unit for one person. `state`: done, late, current, open or locked; `reasons`: why it is locked; `due_at`: with her extra days."""

    unit: UnitOutline
    state: str
    reasons: tuple[Reason, ...]
    due_at: datetime | None
    percent: int | None
    posts: int
    place: str

    @property
    def is_done(self) -> bool:
        """Whether she has done it."""
        return self.state == "done"

    @property
    def is_locked(self) -> bool:
        """Whether it is not open for her yet."""
        return bool(self.reasons)

    @property
    def url(self) -> str:
        """Return where she goes on: where she stopped."""
        return f"{self.unit.url}#{self.place}" if self.place and not self.is_done else self.unit.url


@dataclass(frozen=True)
class ModuleStanding:
    """A module for one person. `done` of `total` units that count; `state`: done, late, current, open or locked."""

    module: ModuleOutline
    state: str
    reasons: tuple[Reason, ...]
    due_at: datetime | None
    done: int
    total: int

    @property
    def left(self) -> int:
        """Return how many units that count are not done."""
        return self.total - self.done

    @property
    def woven(self) -> int:
        """Return how much of its strip is woven, 0 to 10; 10 only when all is done, more than 0 as soon as something is."""
        if not self.total:
            return 0
        return 10 if not self.left else max(1 if self.done else 0, self.done * 10 // self.total)


@dataclass(frozen=True)
class Standing:
    """A course for one person. `percent`: units done of those that count; `quiz_percent`: all quizzes together, None without any.

    `left`: what counts and is not done, in order; `next_unit`: where she goes on, None when nothing is open; `next_due`: the first deadline
    among the modules that are left, else the end of the edition; `is_reached`: whether all that the course asks is fulfilled.
    """

    course: CourseOutline
    done: int
    total: int
    left: tuple[UnitOutline, ...]
    units: Mapping[UUID, UnitStanding]
    modules: Mapping[UUID, ModuleStanding]
    next_unit: UnitStanding | None
    next_due: datetime | None
    next_due_module: ModuleOutline | None
    quiz_percent: int | None
    posts: int
    is_reached: bool
    last_at: datetime | None

    @property
    def percent(self) -> int:
        """Return how much is done, in whole per cent, rounded down."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_late(self) -> bool:
        """Whether a deadline has passed with something left."""
        return any(module.state == "late" for module in self.modules.values())


def stand(course: CourseOutline, enrolment: Any, progress: Progress, dates: Dates, now: datetime) -> Standing:
    """Return where she stands. `progress` and `dates`: by translation key of the unit and of the module; `enrolment`: with its edition.

    In a closed edition nothing is locked any more: nobody could still do what a condition asks, and all of it may still be read.
    """
    done = {key for key, row in progress.items() if row.done_at}
    is_closed = enrolment.edition.is_closed
    facts = _facts(course, enrolment, progress, done, now)
    units: dict[UUID, UnitStanding] = {}
    modules: dict[UUID, ModuleStanding] = {}
    current = _current(course, progress)
    before: ModuleOutline | None = None
    for module in course.modules:
        previous = before.named if before else None
        own = dates.get(module.key)
        due_at = enrolment.deadline(enrolment.edition.day_ends(own.due_on)) if own else None
        why = () if is_closed else reasons(module.release, facts, previous, own.opens_on if own else None)
        for unit in module.units:
            closed = () if is_closed else tuple(dict.fromkeys((*why, *reasons(unit.release, facts, previous))))
            units[unit.key] = _unit(unit, progress.get(unit.key), closed, due_at, now, current)
        modules[module.key] = _module(module, units, why, due_at, now)
        before = module
    return _whole(course, enrolment, progress, units, modules, current)


def quiz_percent(course: CourseOutline, progress: Progress) -> int | None:
    """Return what the quizzes that count gave together, each weighing the same, one not tried as 0; rounded down. None without quizzes."""
    quizzes = [unit.key for unit in course.units if unit.is_quiz and unit.counts]
    got = [(row.percent or 0) if (row := progress.get(key)) else 0 for key in quizzes]
    return sum(got) // len(got) if got else None


def posts_written(course: CourseOutline, progress: Progress) -> int:
    """Return how many messages she has in the discussions of the course: of its modules and of its discussion units."""
    keys = {unit.key for unit in course.units} | {module.key for module in course.modules}
    return sum(row.posts for key, row in progress.items() if key in keys)


def is_reached(course: CourseOutline, progress: Progress) -> bool:
    """Return whether the rule of the course holds: every unit that counts is done, and its per cent and messages are reached.

    A course without a unit that counts is never complete; one without quizzes asks for no per cent.
    """
    counting = [unit.key for unit in course.units if unit.counts]
    if not counting or any(not ((row := progress.get(key)) and row.done_at) for key in counting):
        return False
    percent = quiz_percent(course, progress)
    is_good = course.pass_percent is None or percent is None or percent >= course.pass_percent
    return is_good and posts_written(course, progress) >= course.posts_min


def _facts(course: CourseOutline, enrolment: Any, progress: Progress, done: set[UUID], now: datetime) -> Facts:
    """Return what release conditions are held against."""
    edition = enrolment.edition
    return Facts(
        now=now,
        tz=edition.tz,
        begins=enrolment.since if edition.is_self_paced else edition.starts_at,
        done=done,
        percents={key: row.percent for key, row in progress.items() if row.percent is not None},
        named={unit.key: unit.named for unit in course.units},
    )


def _current(course: CourseOutline, progress: Progress) -> UUID | None:
    """Return the unit she touched last; of several at one moment the later in the course."""
    touched = [(progress[unit.key].last_at, place, unit.key) for place, unit in enumerate(course.units) if unit.key in progress]
    return max(touched)[2] if touched else None


def _unit(
    unit: UnitOutline, row: Any | None, closed: tuple[Reason, ...], due_at: datetime | None, now: datetime, current: UUID | None
) -> UnitStanding:
    """Return a unit as it stands for her: done stays done, whatever closes later."""
    is_late = due_at is not None and due_at <= now and unit.counts
    state = "late" if is_late else "current" if unit.key == current else "open"
    if closed:
        state = "locked"
    if row and row.done_at:
        state = "done"
    return UnitStanding(unit, state, closed, due_at, row.percent if row else None, row.posts if row else 0, row.place if row else "")


def _module(
    module: ModuleOutline, units: Mapping[UUID, UnitStanding], why: tuple[Reason, ...], due_at: datetime | None, now: datetime
) -> ModuleStanding:
    """Return a module as it stands for her."""
    counting = [units[unit.key] for unit in module.units if unit.counts]
    done = sum(unit.is_done for unit in counting)
    is_begun = any(units[unit.key].state in ("done", "current") for unit in module.units)
    state = "current" if is_begun else "open"
    if due_at is not None and due_at <= now:
        state = "late"
    if why:
        state = "locked"
    if counting and done == len(counting):
        state = "done"
    return ModuleStanding(module, state, why, due_at, done, len(counting))


def _whole(
    course: CourseOutline,
    enrolment: Any,
    progress: Progress,
    units: Mapping[UUID, UnitStanding],
    modules: Mapping[UUID, ModuleStanding],
    current: UUID | None,
) -> Standing:
    """Return the whole course as it stands for her."""
    counting = [unit for unit in course.units if unit.counts]
    left = tuple(unit for unit in counting if not units[unit.key].is_done)
    dues = [(row.due_at, row.module.number, row.module) for row in modules.values() if row.due_at and row.left]
    first = min(dues, key=lambda due: due[:2], default=None)
    end = enrolment.deadline(enrolment.edition.ends_at) if left else None
    return Standing(
        course=course,
        done=len(counting) - len(left),
        total=len(counting),
        left=left,
        units=units,
        modules=modules,
        next_unit=_next(course, units, current),
        next_due=first[0] if first else end,
        next_due_module=first[2] if first else None,
        quiz_percent=quiz_percent(course, progress),
        posts=posts_written(course, progress),
        is_reached=is_reached(course, progress),
        last_at=max((row.last_at for row in progress.values()), default=None),
    )


def _next(course: CourseOutline, units: Mapping[UUID, UnitStanding], current: UUID | None) -> UnitStanding | None:
    """Return where she goes on: the unit she is in; when it is done, what counts and is open behind it, then from the start."""
    order = [units[unit.key] for unit in course.units]
    at = next((place for place, row in enumerate(order) if row.unit.key == current), 0)
    around = [row for row in (*order[at:], *order[:at]) if not row.is_done and not row.is_locked]
    if around and around[0].unit.key == current:
        return around[0]
    return next((row for row in around if row.unit.counts), around[0] if around else None)


def days_left(moment: datetime, now: datetime) -> int:
    """Return how many whole days are left until a moment, negative when it has passed."""
    return (moment - now) // timedelta(days=1)
