"""Whether a module or a unit is open to one who takes part, and the sentences that say why not."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID

from django.utils.translation import gettext as _

from courses.syllabus.moments import moment_in_words


@dataclass(frozen=True)
class Condition:
    """One condition of an editor: `previous`, `unit` (key), `score` (key, percent), `days`, `date` (on). Keys are translation keys."""

    kind: str
    key: UUID | None = None
    percent: int = 0
    days: int = 0
    on: date | None = None


@dataclass(frozen=True)
class Named:
    """What a sentence names: a unit, or the module before. `keys`: what must be done for it to be done."""

    title: str
    url: str = ""
    code: str = ""
    keys: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What is known of one who takes part. `begins`: when the edition began, or she, where it is self-paced; `tz`: the edition's.

    `named`: the units of the course; a condition on a page that is no longer published holds, since nobody can fulfil it.
    """

    now: datetime
    tz: tzinfo
    begins: datetime | None
    done: Collection[UUID]
    percents: Mapping[UUID, int]
    named: Mapping[UUID, Named]


@dataclass(frozen=True)
class Reason:
    """Why something is closed: `at` (until a moment), or something to do first."""

    kind: str
    named: Named | None = None
    percent: int = 0
    at: datetime | None = None

    def sentence(self, tz: tzinfo, now: datetime) -> str:
        """Return it as the learner is told, moments in this zone."""
        if self.at is not None:
            return _("Opens on %(moment)s.") % {"moment": moment_in_words(self.at, tz, now)}
        words = {"title": self.named.title if self.named else "", "percent": self.percent}
        if self.kind == "score":
            return _("Opens when you have reached %(percent)s %% in “%(title)s”.") % words
        if self.kind == "previous":
            return _("Opens when you have done the module “%(title)s”.") % words
        return _("Opens when you have done “%(title)s”.") % words


def reasons(
    conditions: Iterable[Condition], facts: Facts, previous: Named | None = None, opens_on: date | None = None
) -> tuple[Reason, ...]:
    """Return why this is not open, nothing where it is: all conditions must hold. Of several moments only the last is told.

    `previous`: the module before, None for the first; `opens_on`: the day on which the edition opens it.
    """
    found: list[Reason] = []
    moments = [_day(opens_on, facts.tz)] if opens_on else []
    for condition in conditions:
        if condition.kind == "date" and condition.on:
            moments.append(_day(condition.on, facts.tz))
        elif condition.kind == "days" and facts.begins:
            begun = facts.begins.astimezone(facts.tz).date()
            moments.append(_day(begun + timedelta(days=condition.days), facts.tz))
        elif reason := _to_do(condition, facts, previous):
            found.append(reason)
    late = max(moments, default=None)
    if late is not None and late > facts.now:
        found.insert(0, Reason("at", at=late))
    return tuple(dict.fromkeys(found))


def _to_do(condition: Condition, facts: Facts, previous: Named | None) -> Reason | None:
    """Return what must be done first, or nothing."""
    if condition.kind == "previous":
        is_left = previous is not None and any(key not in facts.done for key in previous.keys)
        return Reason("previous", previous) if is_left else None
    named = facts.named.get(condition.key) if condition.key else None
    if named is None or condition.key is None:
        return None
    if condition.kind == "unit":
        return None if condition.key in facts.done else Reason("unit", named)
    if condition.kind == "score":
        return None if facts.percents.get(condition.key, -1) >= condition.percent else Reason("score", named, condition.percent)
    return None


def _day(day: date, tz: tzinfo) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time.min, tzinfo=tz)
