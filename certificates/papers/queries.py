"""What a certificate will say, taken down from course, edition and person as they stand."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from certificates.credentials.models import Award
from certificates.credentials.snapshot import Snapshot
from certificates.designs.choices import Kind
from certificates.designs.models import Template
from certificates.designs.queries import signers
from certificates.issuers.queries import as_printed
from certificates.papers.obstacles import Obstacle
from content.pages.addresses import content_code
from courses.catalogue.models import CoursePage
from courses.completion.models import Completion
from courses.editions.models import Edition


def snapshot_of(award: Award, template: Template) -> Snapshot:
    """Return the words of a certificate. Raises Obstacle where there is no name to print."""
    person, edition = _holder(award), award.edition
    completion = Completion.objects.filter(enrolment=award.enrolment_id).first() if award.enrolment_id else None
    is_earned = completion is not None and award.kind == Kind.COMPLETION
    day = (completion.completed_at if completion and is_earned else award.made_at).astimezone(edition.tz).date()
    titles, hours = course_facts(edition)
    first_day, last_day = _days(award, completion, edition)
    return Snapshot(
        name=award.name,
        kind=str(award.kind),
        course=titles,
        edition="" if edition.is_self_paced else edition.name,
        course_key=str(edition.course_key),
        edition_uid=str(edition.uid),
        hours=hours if award.kind == Kind.COMPLETION else "",
        starts_on=first_day,
        ends_on=last_day,
        awarded_on=day.isoformat(),
        percent=completion.percent if completion and is_earned and template.shows_percent else None,
        languages=languages_for(person.language, template),
        issuer=as_printed(template.issuer),
        country=person.country,
        valid_until=_months_later(day, template.valid_months).isoformat() if template.valid_months else "",
        signatories=signers(template),
        texts=template.texts,
    )


def corrected(award: Award, words: Snapshot) -> Snapshot:
    """Return the words of a certificate that takes the place of one with these: nothing but the name is another. Raises Obstacle without a
    name to print.
    """
    _holder(award)
    return replace(words, name=award.name)


def _holder(award: Award) -> User:
    if award.person is None or not award.name:
        raise Obstacle(_("There is no name to print."))
    return award.person


def course_facts(edition: Edition) -> tuple[dict[str, str], str]:
    """Return the course's title by language, without copies that are no translation, and its hours; of a course that is gone the edition's
    name.
    """
    pages = CoursePage.objects.live().filter(translation_key=edition.course_key, alias_of=None).select_related("locale")
    rows = list(pages.values_list("locale__language_code", "title", "hours"))
    titles = {code: title for code, title, _hours in sorted(rows)}
    hours = next((str(number) for _code, _title, number in rows if number), "")
    return titles or {content_code(None): edition.name}, hours


def languages_for(language: str, template: Template) -> list[str]:
    """Return what a new paper is printed in: what the template says, the reader's own language first where it is among them."""
    own = content_code(language)
    return sorted(template.languages, key=lambda code: code != own)


def valid_until_moment(words: Snapshot, edition: Edition) -> datetime | None:
    """Return the moment from which a certificate is expired: the end of its last day where the edition is held."""
    return edition.day_ends(date.fromisoformat(words.valid_until)) if words.valid_until else None


def _days(award: Award, completion: Any, edition: Edition) -> tuple[str, str]:
    """Return the first and the last day: those of the edition; at one's own pace from coming in to completing."""
    if not edition.is_self_paced:
        return _iso(edition.starts_on), _iso(edition.ends_on)
    since = award.enrolment.since if award.enrolment else None
    ended = completion.completed_at if completion else None
    return tuple(_iso(moment.astimezone(edition.tz).date()) if moment else "" for moment in (since, ended))  # type: ignore[return-value]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _months_later(day: date, months: int) -> date:
    """Return the day so many months later; the last of the month where it is shorter."""
    whole = day.month - 1 + months
    year, month = day.year + whole // 12, whole % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
