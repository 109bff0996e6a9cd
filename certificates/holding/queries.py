"""A person's own certificates."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from accounts.models import User
from certificates.bundling.listing import standing_word
from certificates.credentials.choices import State, Wish
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper
from certificates.credentials.numbers import read
from certificates.holding.rules import awarded_to, held_by, shared_now
from content.audience.rules import Reader
from courses.editions.queries import Named, courses_named
from courses.enrolment.models import Enrolment


@dataclass(frozen=True)
class Held:
    """One award with what came of it. `code`: the language of the title where it is not the reader's. `earlier`: what it replaced.

    `asked`: the last wish for another name that was not agreed to.
    """

    award: Award
    course: str
    code: str
    credential: Credential | None = None
    standing: str = ""
    paper: Paper | None = None
    asked: Correction | None = None
    earlier: list[Credential] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether it counts: valid, or only past its time."""
        return self.standing in (State.VALID, "expired")

    @property
    def said(self) -> str:
        """Return in words where it stands."""
        return standing_word(self.standing) if self.credential else str(self.award.get_state_display())


def mine(user: User, *, now: datetime, language: str) -> list[Held]:
    """Return all that this person was awarded, the latest first. Five queries, however many."""
    rows = list(_whole(awarded_to(user)).order_by("-made_at", "-pk"))
    named = courses_named({row.edition.course_key for row in rows if row.credential_id is None}, language) if rows else {}
    return [held(row, now=now, language=language, named=named) for row in rows]


def award_of(user: Reader, uid: UUID) -> Award | None:
    """Return an award of this person's own."""
    return awarded_to(user).filter(uid=uid).select_related("edition").first()


def credential_of(user: Reader, number: str) -> Credential | None:
    """Return a certificate of this person's own, by its number in whatever way it is written."""
    plain = read(number)
    return held_by(user).filter(number=plain).select_related("award__edition").first() if plain else None


def holding(credential: Credential, *, now: datetime, language: str) -> Held:
    """Return everything about one certificate. The award's current one, or another that this award had."""
    row = _whole(Award.objects.filter(pk=credential.award_id)).get()
    return held(row, now=now, language=language, named={}, shown=credential)


def shared(token: str) -> Credential | None:
    """Return the certificate behind a link that its holder handed on."""
    return shared_now().filter(share_token=token).select_related("award__edition").first()


def paper_of(credential: Credential, languages: str = "") -> Paper | None:
    """Return its paper in these languages ("pt,en"), or the newest."""
    rows = credential.papers.order_by("-made_at", "-pk")
    return rows.filter(languages=languages).first() if languages else rows.first()


def confirmed_name(user: User) -> str:
    """Return the name that she confirmed for all certificates to come; empty for none."""
    return ConfirmedName.objects.filter(person=user.pk).values_list("name", flat=True).first() or ""


def awards_among(rows: Collection[Enrolment]) -> dict[int, Award]:
    """Return by the enrolment's row id what was awarded for it. One query, none without rows."""
    if not rows:
        return {}
    found = Award.objects.filter(enrolment__in=[row.pk for row in rows]).select_related("credential")
    return {row.enrolment_id: row for row in found if row.enrolment_id}


def awards_for_course(user: Reader, course_key: UUID) -> list[Award]:
    """Return what this person was awarded for any edition of this course, the latest first. One query."""
    return list(awarded_to(user).filter(edition__course_key=course_key).select_related("credential").order_by("-made_at", "-pk"))


def held(award: Award, *, now: datetime, language: str, named: dict[UUID, Named], shown: Credential | None = None) -> Held:
    """Return an award as its holder sees it."""
    own = list(award.credentials.all())
    current = next((one for one in own if one.pk == (shown.pk if shown else award.credential_id)), None)
    if current is None:
        course = named.get(award.edition.course_key)
        return Held(award, course.title if course else award.edition.name, course.code if course else "")
    words = current.words
    title = words.course_in(language)
    code = next((code for code, text in words.course.items() if text == title), "")
    return Held(
        award,
        title,
        "" if code == language.partition("-")[0] else code,
        credential=current,
        standing=current.standing(now),
        paper=next(iter(current.papers.all()), None),
        asked=next(iter(current.corrections.all()), None),
        earlier=[one for one in own if one.pk != current.pk],
    )


def _whole(awards: QuerySet[Award]) -> QuerySet[Award]:
    """Return awards with their edition, credentials, papers and the last wish for another name: four queries."""
    papers = Prefetch("papers", Paper.objects.order_by("-made_at", "-pk"))
    wishes = Prefetch("corrections", Correction.objects.exclude(state=Wish.AGREED).order_by("-asked_at", "-pk"))
    own = Prefetch("credentials", Credential.objects.order_by("-issued_at", "-pk").prefetch_related(papers, wishes))
    return awards.select_related("edition").prefetch_related(own)
