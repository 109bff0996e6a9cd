"""The people of the demo: one of each kind, with a password that everybody may know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from accounts.notices.actions import accept_notices
from accounts.notices.queries import current_notices
from accounts.people.actions import confirm_address, put_into_groups
from accounts.people.countries import time_zone_of
from accounts.people.models import User

PASSWORD = "demo-demo-demo"  # noqa: S105 - printed by `make serve`, refused outside the demo


@dataclass(frozen=True)
class Figure:
    """One invented person."""

    role: str
    name: str
    language: str
    country: str
    institution: str
    groups: tuple[str, ...] = ()
    is_admin: bool = False

    @property
    def email(self) -> str:
        """Her address, in a domain that nobody owns."""
        return f"{self.role}@example.org"


CAST = (
    Figure("learner", "Inês Mutombo", "pt", "MZ", "Inspeção-Geral do Trabalho"),
    Figure("facilitator", "Adjoa Baptista", "pt", "AO", "Instituto de Formação", ("facilitator",)),
    Figure("moderator", "Tomás Évora", "pt", "CV", "Direção-Geral do Trabalho", ("moderator",)),
    Figure("editor", "Luciana Prado", "pt-br", "BR", "Escola do Trabalho", ("editor",)),
    Figure("reviewer", "María Elena Quiroga", "es", "PE", "Ministerio de Trabajo", ("reviewer",)),
    Figure("translator", "Koffi Agbessi", "fr", "TG", "Bureau de traduction", ("translator",)),
    Figure("partner", "Grace Nkomo", "en", "ZM", "Labour Institute", ("partner manager",)),
    Figure("admin", "Rui Salgado", "pt", "PT", "Academia", (), True),
)


@transaction.atomic
def make_people(*, now: datetime) -> list[User]:
    """Make the cast of the demo, confirmed and with all notices accepted; whoever is there already stays as she is.

    Raises RuntimeError where no demo is allowed.
    """
    if not settings.IS_DEMO_ALLOWED:
        raise RuntimeError("the demo's people have a password that everybody knows: not on this site")
    return [_make(figure, now) for figure in CAST]


def _make(figure: Figure, now: datetime) -> User:
    person = User.objects.filter(email=figure.email).first()
    if person is None:
        person = User.objects.create_user(
            figure.email,
            PASSWORD,
            name=figure.name,
            printed_name=figure.name,
            language=figure.language,
            country=figure.country,
            institution=figure.institution,
            time_zone=time_zone_of(figure.country),
            of_age_at=now,
            date_joined=now,
            is_superuser=figure.is_admin,
            is_staff=figure.is_admin,
        )
    confirm_address(person=person, now=now)
    put_into_groups(person=person, names=figure.groups, now=now)
    accept_notices(person=person, notices=current_notices(now), now=now)
    return person


def run(now: datetime, say: Callable[[str], object]) -> None:
    """Make the people, as a step of the demo."""
    people = make_people(now=now)
    say(f"{len(people)} people, password {PASSWORD}: {', '.join(person.email for person in people)}")
