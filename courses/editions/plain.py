"""Values as the log keeps them."""

from datetime import date, datetime, time
from typing import Any


def plain(value: Any) -> Any:
    """Return a value that JSON can hold: days and moments as ISO 8601 has them."""
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def changes(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """Return what differs: {name: [before, after]}, of the names that are in both."""
    return {name: [plain(before[name]), plain(value)] for name, value in after.items() if name in before and before[name] != value}
