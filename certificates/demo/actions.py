"""Designs for every course, and an earlier edition whose people hold certificates."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db import transaction

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.designs.actions import save_template
from certificates.designs.choices import Kind, Layout
from certificates.designs.models import Template
from certificates.issuers.models import Issuer, Signatory
from certificates.issuing.actions import award_completion, confirm_printed_name, make
from certificates.issuing.choices import DAYS_TO_CONFIRM
from content.seeding.shaping import identity
from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Completion
from courses.completion.queries import course_outline
from courses.editions.actions import announce_edition, close_edition, create_edition, set_facilitators
from courses.editions.choices import Policy
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment

COURSE, NAME, ZONE = "academia-sstc", "Edição de demonstração anterior", "Africa/Maputo"
WEEKS, AGO = 8, 20  # it lasted so many weeks, and began so many weeks ago
DESIGNS = (
    (Kind.COMPLETION, Layout.WOVEN, "Demonstração: conclusão"),
    (Kind.PARTICIPATION, Layout.PLAIN, "Demonstração: participação"),
    (Kind.CONTRIBUTION, Layout.OFFICIAL, "Demonstração: contributo"),
)
SIGNS = ("Helena Tavares (demonstração)", "Diretora pedagógica")
DONE = {"learner": 3, "moderator": 16, "translator": 30}  # who completed it, days before its end
WAITS = "reviewer"  # she is still to confirm her name


def demo_parts() -> list[tuple[int, str, Callable[[datetime, Callable[[str], object]], object]]]:
    """Return what the certificates add to the demo (hook `demo`)."""
    return [(50, "Certificates", lambda now, say: load_certificates(now=now, say=say))]


def load_certificates(*, now: datetime, say: Callable[[str], object]) -> None:
    """Write the designs and the earlier edition that are missing, and make its certificates. Done again, nothing changes."""
    people = {person.email.partition("@")[0]: person for person in User.objects.present().filter(email__in=_addresses())}
    issuer = Issuer.objects.filter(is_default=True).first()
    if issuer is None or not {"admin", "facilitator", "learner"} <= set(people):
        say("Without an issuer and the people of the demo there are no certificates.")
        return
    made = prepare_designs(issuer=issuer, by=people["admin"], now=now)
    say(f"{made} designs" if made else "The designs were there already.")
    edition = Edition.objects.filter(course_key=identity(COURSE), name=NAME).first() or hold_earlier(people=people, now=now)
    waiting = [one for one in Award.objects.filter(edition=edition, state=Stage.DUE) if make(award_id=one.pk, now=one.made_at) is None]
    issued = Award.objects.filter(edition=edition, state=Stage.ISSUED).count()
    say(f"{issued} certificates of «{NAME}»" + (f", {len(waiting)} not made: {waiting[0].reason}" if waiting else ""))


@transaction.atomic
def prepare_designs(*, issuer: Issuer, by: User, now: datetime) -> int:
    """Prepare a design of each kind for courses without their own, where there is none. Returns how many were made."""
    held = set(Template.objects.in_use().filter(course_key=None).values_list("kind", flat=True))
    missing = [design for design in DESIGNS if design[0] not in held]
    if not missing:
        return 0
    name, title = SIGNS
    signatory, _is_new = Signatory.objects.get_or_create(issuer=issuer, name=name, defaults={"title": title})
    for kind, layout, label in missing:
        template = Template(issuer=issuer, name=label, kind=kind, layout=layout, language="pt", second_language="en")
        save_template(template=template, signatories=[signatory], logos=[], by=by, now=now)
    return len(missing)


@transaction.atomic
def hold_earlier(*, people: dict[str, User], now: datetime) -> Edition:
    """Make the edition that is over, with who completed it and who is still to confirm her name. Nothing happens after `now`."""
    monday = now.date() - timedelta(weeks=AGO, days=now.date().weekday())
    last = monday + timedelta(weeks=WEEKS, days=-1)
    values = {"name": NAME, "languages": ["pt", "en"], "zone": ZONE, "policy": Policy.OPEN, "starts_on": monday, "ends_on": last}
    edition = create_edition(course_key=identity(COURSE), values=values, by=None, now=now)
    began = edition.starts_at or now
    edition = announce_edition(edition=edition, by=None, now=began)
    set_facilitators(edition=edition, people=[people["facilitator"]], by=None, now=began)
    for role, days in DONE.items():
        if role in people:
            at = _day(edition, last - timedelta(days=days))
            confirm_printed_name(person=people[role], name=people[role].printed_name or people[role].name, now=began)
            award_completion(completion=_completed(people[role], edition, at), now=at, is_asked=False)
    if WAITS in people:
        award_completion(completion=_completed(people[WAITS], edition, _day(edition, last)), now=now)
        Award.objects.filter(edition=edition, person=people[WAITS]).update(confirm_by=now + DAYS_TO_CONFIRM)
    close_edition(edition=edition, by=None, now=edition.ends_at or now)
    return edition


def _completed(person: User, edition: Edition, at: datetime) -> Completion:
    """Let somebody have taken part from the beginning and done one unit after the other, the last one then: that completes the course.

    A course that asks for more than reading is completed all the same.
    """
    since = edition.starts_at or at
    row = Enrolment.objects.create(edition=edition, person=person, state=State.ACTIVE, asked_at=since, since=since)
    units = course_outline(edition.course_key).units
    for number, unit in enumerate(units, start=1):
        for deed in (Deed.VIEWED, Deed.MARKED):
            note_deed(enrolment=row, unit_key=unit.key, deed=deed, now=at - timedelta(hours=len(units) - number))
    return Completion.objects.get_or_create(enrolment=row, defaults={"completed_at": at})[0]


def _day(edition: Edition, day: date) -> datetime:
    """Return ten in the morning of a day in the edition's zone."""
    return datetime.combine(day, time(10), edition.tz)


def _addresses() -> list[str]:
    return [f"{role}@example.org" for role in ("admin", "facilitator", WAITS, *DONE)]
