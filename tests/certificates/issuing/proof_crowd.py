"""A crowd one unit away from completing a course, each with her name confirmed and signed in; and what became of them."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db.models import Count
from django.utils import timezone

from accounts.models import Acceptance, User
from accounts.queries import current_notices
from certificates.credentials.models import Award, ConfirmedName, Credential, Paper
from certificates.issuers.actions import make_first_issuer, rotate
from certificates.issuing.actions import make
from courses.completion.models import Completion
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from jobs.setup import set_schedules
from mail.models import Message
from tests.factories.certificates import template_of
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below, reading_below
from tests.factories.learning import self_paced

NAMES = ("São Tomé e Príncipe Conceição d'Ávila", "Nguyễn Thị Ánh", "محمد بن عبد الله", "李小龙", "Inês")


def gather(number: int, now: datetime) -> dict:
    """Plant a course with one unit, and so many people who take it; return the unit's key and a session for each of them."""
    set_schedules(now)
    issuer = make_first_issuer(now=now)
    rotate(issuer=issuer, now=now)
    template_of(issuer)
    course = course_below(section_below(site_tree()["pt"], title="Cursos", slug="cursos"), title="Inspeção do trabalho infantil")
    unit = reading_below(modules_below(course, 1)[0])
    edition = self_paced(course)
    people = _people(number, now)
    Enrolment.objects.bulk_create([Enrolment(edition=edition, person=one, state="active", asked_at=now, since=now) for one in people])
    cache.clear()
    return {"unit": str(unit.translation_key), "sessions": _sessions(people, now)}


def _people(number: int, now: datetime) -> list[User]:
    rows = [
        User(
            email=f"learner{place}@example.org",
            name=f"{NAMES[place % len(NAMES)]} {place}",
            printed_name=f"{NAMES[place % len(NAMES)]} {place}",
            password=f"!{uuid4().hex}",
            of_age_at=now,
        )
        for place in range(number)
    ]
    people = User.objects.bulk_create(rows)
    ConfirmedName.objects.bulk_create([ConfirmedName(person=one, name=one.printed_name, confirmed_at=now) for one in people])
    Acceptance.objects.bulk_create(
        [Acceptance(person=one, notice=notice, accepted_at=now) for one in people for notice in current_notices()]
    )
    return people


def _sessions(people: list[User], now: datetime) -> list[str]:
    rows, ends = [], now + timedelta(days=1)
    for person in people:
        store = SessionStore()
        words = {SESSION_KEY: str(person.pk), BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0]}
        words[HASH_SESSION_KEY] = person.get_session_auth_hash()
        rows.append(Session(session_key=store._get_new_session_key(), session_data=store.encode(words), expire_date=ends))
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


def standing() -> dict[str, int]:
    """Return how far they have come."""
    return {
        "completed": Completion.objects.count(),
        "issued": Award.objects.filter(state="issued").count(),
        "sent": Message.objects.filter(kind="certificates", state="sent").count(),
    }


def figures() -> dict:
    """Return all that is counted when it is over."""
    files = sorted(str(path.relative_to(settings.MEDIA_ROOT)) for path in (Path(settings.MEDIA_ROOT) / "certificates").rglob("*.pdf"))
    mails = Message.objects.filter(kind="certificates")
    return standing() | {
        "awards": dict(Award.objects.values_list("state").annotate(Count("pk"))),
        "credentials": Credential.objects.count(),
        "people": Credential.objects.values("person").distinct().count(),
        "numbers": Credential.objects.values("number").distinct().count(),
        "places": sorted(Credential.objects.values_list("status_index", flat=True)),
        "papers": sorted(Paper.objects.values_list("file", flat=True)),
        "files": files,
        "mails": mails.count(),
        "written_to": mails.values("person").distinct().count(),
        "tries": list(Award.objects.values_list("attempts", flat=True)),
    }


def make_many(number: int) -> dict:
    """Make so many certificates in this process; return its memory in kB after each tenth."""
    edition, people = Edition.objects.get(), list(User.objects.filter(email__startswith="learner").order_by("pk"))
    held, now = [], timezone.now()
    for place in range(number):
        person = people[place % len(people)]
        Award.objects.filter(person=person).update(person=None)
        row = Award.objects.create(person=person, edition=edition, state="due", name=person.printed_name, made_at=now)
        make(award_id=row.pk, now=now)
        if (place + 1) % (number // 10) == 0:
            held.append(memory())
    return {"held": held, "made": Credential.objects.count()}


def memory() -> int:
    """Return what this process holds, in kB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
