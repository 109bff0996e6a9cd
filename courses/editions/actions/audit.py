"""Changes by staff are written down."""

from datetime import datetime
from typing import Any

from accounts.models import User
from courses.editions.models import Edition, StaffAct


def note_act(
    *,
    edition: Edition,
    by: User | None,
    verb: str,
    about: User | None = None,
    reason: str = "",
    data: dict[str, Any] | None = None,
    now: datetime,
) -> StaffAct:
    """Write down what staff did, in the transaction of the change. `verb`: room.verb; `data`: plain values; `by` None: the house itself."""
    return StaffAct.objects.create(edition=edition, by=by, about=about, verb=verb, reason=reason, data=data or {}, at=now)
