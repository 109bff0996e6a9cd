"""A cohort summed up by what people share. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from courses.cohorts.standings import Row


@dataclass(frozen=True)
class Group:
    """The people who share a country or an institution. `percent`: the mean of what they have done, in whole per cent."""

    name: str
    people: int
    completed: int
    stuck: int
    late: int
    percent: int


def grouped_by(rows: Iterable[Row], field: str) -> list[Group]:
    """Return the groups of a cohort by a field of its rows, the biggest first; those without a value under an empty name."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[getattr(row, field)].append(row)
    return sorted((_group(name, people) for name, people in held.items()), key=lambda group: (-group.people, group.name))


def _group(name: str, people: list[Row]) -> Group:
    return Group(
        name=name,
        people=len(people),
        completed=sum(row.completed_at is not None for row in people),
        stuck=sum(row.stuck_since is not None for row in people),
        late=sum(bool(row.late) for row in people),
        percent=sum(row.percent for row in people) // len(people),
    )
