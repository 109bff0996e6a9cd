"""What a panel of the desk is made of: plain values, no models.

A room tells what waits by the hook `desk_panels`: a function of the request that returns a `Panel`, or None where it is not this person's.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

MOST_LINES = 10


@dataclass(frozen=True)
class Line:
    """One thing that waits. `language`: of the title, where it is a text; `note`: why it is here."""

    title: str
    url: str = ""
    note: str = ""
    language: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Panel:
    """Things of one sort that wait: the first of them, how many there are in all, and where all are shown."""

    key: str
    title: Any
    lines: list[Line] = field(default_factory=list)
    total: int = 0
    url: str = ""
    order: int = 100
