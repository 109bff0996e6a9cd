"""What is told by mail, in her language, in the transaction of what it tells: so once, however often the work is begun anew."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from certificates.credentials.choices import Reason
from certificates.credentials.models import Award, Correction
from certificates.credentials.numbers import shown
from certificates.credentials.snapshot import Snapshot
from content.pages.addresses import full
from courses.editions.queries import course_named
from mail.actions import write_from_template

KIND = "certificates"
ANSWERED_BY = {"X-Auto-Response-Suppress": "All"}


def ask_name(*, award: Award, now: datetime) -> None:
    """Ask her whether the name is as it should be printed, and say by when."""
    days = max((award.confirm_by - now).days, 0) if award.confirm_by else 0
    _write(award, "name", lambda: {"url": full(reverse("certificate-name", args=[award.uid])), "name": award.name, "days": days}, now)


def tell_ready(*, award: Award, words: Snapshot, number: str, is_corrected: bool, now: datetime) -> None:
    """Tell her that the certificate is there, or that it was made anew with the right name; with the addresses of paper and proof. The
    course is named as on the paper.
    """
    _write(award, "corrected" if is_corrected else "ready", lambda: _about_paper(award.name, number), now, words=words)


def tell_refused(*, award: Award, reason: str, now: datetime) -> None:
    """Tell her that no certificate is issued, and why."""
    _write(award, "refused", lambda: {"reason": reason, "url": full(reverse("certificates"))}, now)


def tell_revoked(*, award: Award, number: str, reason_class: str, reason: str, now: datetime) -> None:
    """Tell her that the certificate was taken back, and why."""
    _write(award, "revoked", lambda: _about_paper(award.name, number) | {"class": Reason(reason_class).label, "reason": reason}, now)


def tell_correction_refused(*, correction: Correction, now: datetime) -> None:
    """Tell her that the name stays as it is, and why."""
    award = correction.credential.award
    about = {"wanted": correction.wanted_name, "name": award.name, "reason": correction.reason}
    _write(award, "name_stays", lambda: about | {"url": full(reverse("certificates"))}, now)


def _about_paper(name: str, number: str) -> dict[str, Any]:
    return {
        "name": name,
        "number": shown(number),
        "url": full(reverse("certificate-paper", args=[number])),
        "proof_url": full(reverse("verify-number", args=[number])),
        "mine_url": full(reverse("certificates")),
    }


def _write(award: Award, template: str, about: Callable[[], dict[str, Any]], now: datetime, words: Snapshot | None = None) -> None:
    """Write the mail, unless she has left. Essential: it is about her, and she cannot get it otherwise."""
    person: User | None = award.person
    if person is None or not person.is_active:
        return
    with override(person.language):
        course = words.course_in(person.language) if words else _course(award, person.language)
        context = about() | {"course": course, "edition": award.edition.name if award.edition else ""}
    write_from_template(
        to=person.email,
        kind=KIND,
        template=f"certificates/mail/{template}",
        context=context,
        language=person.language,
        person=person,
        headers=ANSWERED_BY,
        now=now,
        is_essential=True,
    )


def _course(award: Award, language: str) -> str:
    edition = award.edition
    return (course_named(edition.course_key, language).title or edition.name) if edition else ""
