"""A course as those who take part go through it: plain values, the same units in every language, titles in the reader's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from courses.catalogue.choices import Completes
from courses.syllabus.release import Condition, Named

FIGURES_ONLY = ("before", "after")  # purposes of quizzes that count for the figures, never for completion


@dataclass(frozen=True)
class Rule:
    """What makes a unit done. `keeps`: which attempt counts, best, last or first; `needs_pass`: False where handing in is enough."""

    completes: str = Completes.MARKED
    posts_min: int = 1
    keeps: str = "best"
    needs_pass: bool = True


@dataclass(frozen=True)
class UnitOutline:
    """A published unit. `code`: language of the title where it is not the reader's; `kind`: in her language; `label`: of its class.

    `completes`: one of `Completes`, as it holds for its kind. Quizzes alone have `pass_percent`, `keeps` and `purpose`.
    """

    key: UUID
    module_key: UUID
    number: int
    title: str
    code: str
    url: str
    kind: str
    label: str
    icon: str
    minutes: int | None
    is_required: bool
    completes: str
    release: tuple[Condition, ...] = ()
    posts_min: int = 1
    pass_percent: int | None = None
    keeps: str = "best"
    purpose: str = ""

    @property
    def is_quiz(self) -> bool:
        """Whether attempts are made at it."""
        return self.pass_percent is not None

    @property
    def counts(self) -> bool:
        """Whether the course cannot be completed without it: tests before and after it never count."""
        return self.is_required and self.purpose not in FIGURES_ONLY

    @property
    def rule(self) -> Rule:
        """Return what makes it done."""
        return Rule(self.completes, self.posts_min, self.keeps, self.purpose not in FIGURES_ONLY)

    @property
    def named(self) -> Named:
        """Return it as a sentence names it."""
        return Named(self.title, self.url, self.code, (self.key,))


@dataclass(frozen=True)
class ModuleOutline:
    """A published module with its units."""

    key: UUID
    number: int
    title: str
    code: str
    url: str
    hours: int | None
    release: tuple[Condition, ...] = ()
    units: tuple[UnitOutline, ...] = ()

    @property
    def named(self) -> Named:
        """Return it as a sentence names it, with what must be done in it."""
        return Named(self.title, self.url, self.code, tuple(unit.key for unit in self.units if unit.counts))


@dataclass(frozen=True)
class CourseOutline:
    """A published course with its modules; none where it is published in no language."""

    key: UUID
    title: str = ""
    code: str = ""
    url: str = ""
    pass_percent: int | None = None
    posts_min: int = 0
    modules: tuple[ModuleOutline, ...] = ()

    @property
    def units(self) -> list[UnitOutline]:
        """Return the units of all modules in their order."""
        return [unit for module in self.modules for unit in module.units]

    def unit(self, key: UUID) -> UnitOutline | None:
        """Return one of the units."""
        return next((unit for unit in self.units if unit.key == key), None)

    def module(self, key: UUID) -> ModuleOutline | None:
        """Return one of the modules."""
        return next((module for module in self.modules if module.key == key), None)


def in_one_order(lists: Iterable[Sequence[UUID]]) -> list[UUID]:
    """Return the keys of several lists in one: the first leads, what only a later one has stands behind its neighbour there."""
    result: list[UUID] = []
    for keys in lists:
        place = 0
        for key in keys:
            if key in result:
                place = result.index(key) + 1
            else:
                result.insert(place, key)
                place += 1
    return result
