"""A learner's courses."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest

from accounts.models import User
from content.audience.rules import Reader, is_member
from courses.completion.models import Completion
from courses.completion.queries import standing, standings
from courses.completion.standing import Standing
from courses.editions.choices import Policy
from courses.editions.models import Edition
from courses.editions.queries import Named, courses_named
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import active_enrolments
from courses.enrolment.standing import late
from courses.evaluation.rules import asked_now

MOST_OPEN = 30  # editions that are offered at once
MOST_ASKED = 200  # that are looked at for it


@dataclass(frozen=True)
class Mine:
    """One of a learner's enrolments. `stand`: where she is, of those who take part; `completed_at`: when she completed the course.

    `is_asked`: she is asked what she thinks of the edition, and has not said it yet.
    """

    row: Enrolment
    course: Named
    stand: Standing | None = None
    completed_at: datetime | None = None
    is_asked: bool = False

    @property
    def state(self) -> str:
        """Return what the page says first: active, completed, over (its edition is closed), or the enrolment's own state."""
        if self.completed_at:
            return "completed"
        return "over" if self.row.is_active and self.row.edition.is_closed else str(self.row.state)

    @property
    def go_on(self) -> str:
        """Return the address of exactly where she stopped; of the course where nothing is open."""
        unit = self.stand.next_unit if self.stand else None
        return unit.url if unit else self.course.url


def mine(user: User, *, now: datetime, language: str, request: HttpRequest | None = None) -> list[Mine]:
    """Return all of a person's enrolments, those that she works on first. Seven queries, however many."""
    ranks = {state: rank for rank, state in enumerate((State.ACTIVE, State.ASKED, State.WAITING, State.REFUSED, State.WITHDRAWN))}
    rows = list(Enrolment.objects.filter(person=user.pk).select_related("edition").order_by("-asked_at", "-pk"))
    named = courses_named({row.edition.course_key for row in rows}, language, request) if rows else {}
    done = dict(Completion.objects.filter(enrolment__in=rows).values_list("enrolment", "completed_at")) if rows else {}
    active = [row for row in rows if row.is_active]
    stands = standings(active, now=now, request=request) if active else {}
    asked = asked_now(rows=active, completed=done, now=now)
    found = [Mine(row, _named(row.edition, named), stands.get(row.pk), done.get(row.pk), row.pk in asked) for row in rows]
    order = {"active": 0, "completed": 1, "over": 2}
    return sorted(found, key=lambda one: order.get(one.state, 3 + ranks[State(one.row.state)]))


def open_to(user: User, *, now: datetime, language: str, request: HttpRequest | None = None) -> list[tuple[Edition, Named]]:
    """Return the editions that this person may come into or ask for, the next to begin first. Two queries."""
    waiting = Edition.objects.announced().exclude(policy=Policy.INVITATION)
    own = Enrolment.objects.filter(person=user.pk).values("edition")
    rows = waiting.exclude(pk__in=own).order_by(F("starts_on").asc(nulls_last=True), "pk")[:MOST_ASKED]
    fitting = [row for row in rows if late(row, now) is None][:MOST_OPEN]
    named = courses_named({row.course_key for row in fitting}, language, request) if fitting else {}
    return [(row, named[row.course_key]) for row in fitting if row.course_key in named]


def continuing(user: Reader, *, now: datetime, request: HttpRequest) -> tuple[Enrolment, Standing] | None:
    """Return what she works on: of the editions that are not closed the one that she came into last and in which something is left.

    A course that she has completed comes after all others. No query for strangers, three where she takes part in one, four in several.
    """
    rows = [row for row in active_enrolments(user) if not row.edition.is_closed] if is_member(user) else []
    if len(rows) > 1:
        done = set(Completion.objects.filter(enrolment__in=rows).values_list("enrolment", flat=True))
        rows.sort(key=lambda row: row.pk in done)
    stands = (
        standings(rows, now=now, request=request) if len(rows) > 1 else {row.pk: standing(row, now=now, request=request) for row in rows}
    )
    found = [(row, stands[row.pk]) for row in rows]
    return next(((row, stand) for row, stand in found if stand.course.title and (stand.left or stand.next_unit)), None)


def _named(edition: Edition, named: dict[UUID, Named]) -> Named:
    """Return the course's name; the edition's own where the course is not published any more."""
    return named.get(edition.course_key) or Named(edition.course_key, edition.name, "", "")
