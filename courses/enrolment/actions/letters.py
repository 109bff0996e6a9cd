"""People are told what was decided about them, in their language."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from courses.editions.models import Edition
from courses.editions.queries import course_named
from courses.enrolment.links import invitation_url
from courses.enrolment.models import Enrolment, Invitation
from mail.actions import write_from_template

KIND = "courses-enrolment"


def tell(*, enrolment: Enrolment, what: str, reason: str = "", now: datetime) -> None:
    """Write a person the mail about this: enrolled, waiting, moved_up, refused, withdrawn or more_days. Essential: it is about her."""
    person = enrolment.person
    if not person.is_active:
        return
    edition = enrolment.edition
    with override(person.language):
        url = f"{settings.SITE_URL}{reverse('edition', args=[edition.uid])}"
    context = _about(edition, person.language) | {"what": what, "reason": reason, "url": url, "days": enrolment.extra_days}
    _write(person.email, "enrolment", context, person.language, person, now)


def tell_invited(*, invitation: Invitation, now: datetime) -> None:
    """Write to an invited address, in the language that was named, where to come in."""
    context = _about(invitation.edition, invitation.language) | {"name": invitation.name, "url": invitation_url(invitation, now)}
    _write(invitation.email, "invited", context, invitation.language, None, now)


def _about(edition: Edition, language: str) -> dict[str, Any]:
    """Return what every mail says of an edition; its dates are days of its own zone."""
    kept: dict[str, Any] = edition.__dict__.setdefault("_told_in", {})
    if language not in kept:  # one import writes thousands of these
        kept[language] = course_named(edition.course_key, language).title or edition.name
    return {"course": kept[language], "edition": edition}


def _write(to: str, template: str, context: dict[str, Any], language: str, person: User | None, now: datetime) -> None:
    write_from_template(
        to=to, kind=KIND, template=f"mail/courses_{template}", context=context, language=language, person=person, now=now, is_essential=True
    )
