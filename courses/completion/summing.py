"""The log of one unit and person, summed up. What comes out hangs on the set of deeds alone, never on the order in which they were told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from courses.catalogue.choices import Completes
from courses.completion.choices import Deed
from courses.syllabus.outlining import Rule


@dataclass(frozen=True)
class Told:
    """One row of the log. `token`: tells two deeds of the same moment apart, and settles which of them is the later one."""

    deed: str
    at: datetime
    token: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[datetime, str]:
        """Return its place in time."""
        return (self.at, self.token)


class Summary(NamedTuple):
    """What is kept of a unit and person; `done_at` None: begun, not done; `percent` of the attempt that counts, None without one."""

    first_at: datetime
    last_at: datetime
    done_at: datetime | None
    percent: int | None
    posts: int


def summed(deeds: Iterable[Told], rule: Rule) -> Summary:
    """Return the summary of these deeds. Raises ValueError where there are none.

    Done is what the rule asks, from the earliest deed on that fulfils it, or a facilitator's mark that was not taken back. Neither a later
    attempt nor a corrected key takes a pass back; a message that is no longer read does not count, and counts again once restored.
    """
    told = sorted(deeds, key=lambda deed: deed.rank)
    if not told:
        raise ValueError("Nothing has happened: there is nothing to sum up.")
    posts = _posts(told)
    attempts = _attempts(told)
    own = _done_at(told, rule, posts, attempts)
    moments = [moment for moment in (own, _granted_at(told)) if moment is not None]
    counted = _counted(attempts, rule.keeps)
    return Summary(
        first_at=told[0].at,
        last_at=told[-1].at,
        done_at=min(moments) if moments else None,
        percent=_percent(counted[-1]) if counted else None,
        posts=len(posts),
    )


def _done_at(told: Sequence[Told], rule: Rule, posts: list[datetime], attempts: list[list[Told]]) -> datetime | None:
    """Return when her own deeds fulfilled the rule."""
    if rule.completes == Completes.POSTED:
        return posts[rule.posts_min - 1] if len(posts) >= rule.posts_min else None
    if rule.completes == Completes.PASSED:
        tries = attempts[:1] if rule.keeps == "first" else attempts
        enough = [deed.at for tried in tries for deed in tried if deed.data.get("is_passed") or not rule.needs_pass]
        return min(enough, default=None)
    deed = Deed.VIEWED if rule.completes == Completes.VIEWED else Deed.MARKED
    return next((row.at for row in told if row.deed == deed), None)


def _granted_at(told: Sequence[Told]) -> datetime | None:
    """Return since when a facilitator counts it as done: the last of her marks and of those taken back decides."""
    marks = [row for row in told if row.deed in (Deed.GRANTED, Deed.REVOKED)]
    return marks[-1].at if marks and marks[-1].deed == Deed.GRANTED else None


def _posts(told: Sequence[Told]) -> list[datetime]:
    """Return when each message that is read today was first told, the earliest first."""
    first: dict[str, datetime] = {}
    is_read: dict[str, bool] = {}
    for row in told:
        if row.deed == Deed.POSTED:
            post = str(row.data.get("post") or row.token)
            first.setdefault(post, row.at)
            is_read[post] = not row.data.get("is_removed")
    return sorted(moment for post, moment in first.items() if is_read[post])


def _attempts(told: Sequence[Told]) -> list[list[Told]]:
    """Return the deeds of each attempt (handed in, then regraded), in the order of their numbers, else of their first deeds."""
    found: dict[str, list[Told]] = {}
    for row in told:
        if row.deed == Deed.SCORED:
            found.setdefault(str(row.data.get("attempt") or row.token), []).append(row)
    return sorted(found.values(), key=lambda deeds: (int(deeds[0].data.get("number") or 0), deeds[0].rank))


def _counted(attempts: list[list[Told]], keeps: str) -> list[Told]:
    """Return the deeds of the attempt that counts: of two equally good ones the earlier."""
    if not attempts:
        return []
    if keeps == "best":
        return max(attempts, key=lambda deeds: _percent(deeds[-1]))
    return attempts[-1] if keeps == "last" else attempts[0]


def _percent(deed: Told) -> int:
    """Return the per cent of a deed, within bounds whatever was told."""
    return max(0, min(100, int(deed.data.get("percent") or 0)))
