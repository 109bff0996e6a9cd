"""The demo's editions: one that is under way around the day on which the demo is loaded, and one at everybody's own pace."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from accounts.models import User
from content.seeding.shaping import identity
from courses.demo.progress import DONE, live_through
from courses.editions.actions import add_event, announce_edition, create_edition, set_facilitators, set_module_dates
from courses.editions.choices import Policy
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment

CPLP, SSTC = "inspecao-cplp", "academia-sstc"
MODULES = ("m1-conceitos", "m2-mandato", "m3-identificar", "m4-proteger", "m5-setores", "m6-sul-sul")
HELD, OWN_PACE = "Edição de demonstração", "Ao seu ritmo"
ZONE = "Africa/Maputo"
WEEKS = 6
BEGAN_BEFORE = timedelta(days=10)  # the second week is under way
EVENT_HOUR = time(14)


@transaction.atomic
def hold_courses(*, now: datetime) -> Edition | None:
    """Announce the two editions where they are missing; return the one with dates. Done again, nothing changes.

    Dates count from the Monday on or before ten days before `now`. None where the people of the demo are not there.
    """
    people = {person.email.partition("@")[0]: person for person in User.objects.present().filter(email__in=_addresses())}
    if "facilitator" not in people or "learner" not in people:
        return None
    own_pace = _edition(SSTC, OWN_PACE, {"languages": ["en", "pt", "es", "fr"], "zone": "UTC", "is_self_paced": True}, now)
    if not own_pace.facilitator_rows.exists():
        set_facilitators(edition=own_pace, people=[people["facilitator"]], by=None, now=now)
    held = Edition.objects.filter(course_key=identity(CPLP), name=HELD).first() or _hold(people, now)
    for role in DONE:
        if role in people and not held.is_closed:
            _take_part(people[role], held, role, now)
    return held


def _addresses() -> list[str]:
    return [f"{name}@example.org" for name in ("facilitator", *DONE)]


def _edition(course: str, name: str, values: dict, now: datetime) -> Edition:
    """Return the edition of this name, announced; made where it is missing."""
    found = Edition.objects.filter(course_key=identity(course), name=name).first()
    if found:
        return found
    made = create_edition(course_key=identity(course), values={"name": name, "policy": Policy.OPEN, **values}, by=None, now=now)
    return announce_edition(edition=made, by=None, now=now)


def _hold(people: dict[str, User], now: datetime) -> Edition:
    """Make the edition with dates, who runs it, what is due when, and a meeting."""
    monday = (now - BEGAN_BEFORE).date()
    monday -= timedelta(days=monday.weekday())
    last = monday + timedelta(weeks=WEEKS, days=-1)
    values = {"languages": ["pt", "en", "es", "fr"], "zone": ZONE, "starts_on": monday, "ends_on": last, "enrol_until": last}
    edition = _edition(CPLP, HELD, values, now)
    set_facilitators(edition=edition, people=[people["facilitator"]], by=None, now=now)
    set_module_dates(edition=edition, dates=_dates(monday), by=None, now=now)
    starts_at = datetime.combine(now.date() + timedelta(days=3), EVENT_HOUR, edition.tz)
    link = "https://example.org/encontro"
    add_event(edition=edition, values={"title": "Encontro em linha", "starts_at": starts_at, "link": link}, by=None, now=now)
    return edition


def _dates(monday: date) -> dict[UUID, tuple[date | None, date | None]]:
    """Return a week for each module: it is due on its Sunday. All are open from the start: this is a demonstration."""
    return {identity(f"{CPLP}/{slug}"): (None, monday + timedelta(weeks=number, days=-1)) for number, slug in enumerate(MODULES, start=1)}


def _take_part(person: User, edition: Edition, role: str, now: datetime) -> None:
    """Let one of the cast take part since the edition began, with what she has done; who is in already, or was, stays as she is."""
    since = min(edition.starts_at or now, now)
    fields = {"state": State.ACTIVE, "asked_at": since, "since": since}
    row, is_new = Enrolment.objects.get_or_create(edition=edition, person=person, defaults=fields)
    if is_new:
        live_through(enrolment=row, role=role, now=now)
