"""A certificate in the words of Open Badges 3.0, without its proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, override

from certificates.badges.addresses import achievement_id, credential_id, holder_id, picture_url
from certificates.badges.contexts_pinned import CREDENTIALS, OPEN_BADGES
from certificates.badges.moments import midnight, moment
from certificates.credentials.snapshot import Snapshot

CONTEXT = [CREDENTIALS, OPEN_BADGES]
TYPES = {"completion": "CertificateOfCompletion", "participation": "Certificate", "contribution": "Award"}


@dataclass(frozen=True)
class Said:
    """What goes into a badge: the words of a certificate and where it stands. `did`: the issuer's; `status`: its place in a status list."""

    words: Snapshot
    number: str
    did: str
    issued_at: datetime
    valid_until: datetime | None = None
    shows_percent: bool = False
    status: Mapping[str, str] | None = None


def badge_of(said: Said) -> dict[str, Any]:
    """Return the credential, in the main language of the certificate."""
    words = said.words
    badge: dict[str, Any] = {
        "@context": CONTEXT,
        "id": credential_id(said.number),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": words.course_in(words.languages[0]),
        "issuer": {"id": said.did, "type": ["Profile"], "name": words.issuer["name"], "url": words.issuer["url"]},
        "validFrom": moment(said.issued_at),
        "awardedDate": midnight(words.awarded_on),
        "credentialSubject": _subject(said),
    }
    if said.valid_until:
        badge["validUntil"] = moment(said.valid_until)
    if said.status:
        badge["credentialStatus"] = dict(said.status)
    return badge


def achievement_of(words: Snapshot, *, shows_percent: bool = False) -> dict[str, Any]:
    """Return what was achieved: nothing in it is about one person."""
    language, own = words.languages[0], achievement_id(words.course_key, words.kind)
    with override(language):
        achievement: dict[str, Any] = {
            "id": own,
            "type": ["Achievement"],
            "achievementType": TYPES[words.kind],
            "name": words.course_in(language),
            "description": _description(words),
            "criteria": {"narrative": _criteria(words.kind)},
            "inLanguage": tag_of(language),
            "image": {"id": picture_url(words.course_key, words.kind), "type": "Image"},
        }
        if shows_percent:
            grade = {"id": f"{own}#grade", "type": ["ResultDescription"], "name": gettext("Grade"), "resultType": "Percent"}
            achievement["resultDescription"] = [grade | {"valueMin": "0", "valueMax": "100"}]
    return achievement


def tag_of(language: str) -> str:
    """Return a language of ours as the standard writes it: pt-br is pt-BR."""
    main, _, region = language.partition("-")
    return f"{main}-{region.upper()}" if region else main


def _subject(said: Said) -> dict[str, Any]:
    words = said.words
    has_grade = said.shows_percent and words.percent is not None
    subject: dict[str, Any] = {
        "id": holder_id(said.number),
        "type": ["AchievementSubject"],
        "name": words.name,
        "identifier": [{"type": "IdentityObject", "hashed": False, "identityHash": words.name, "identityType": "name"}],
        "achievement": achievement_of(words, shows_percent=has_grade),
    }
    if words.edition:
        subject["term"] = words.edition
    if words.starts_on:
        subject["activityStartDate"] = midnight(words.starts_on)
    if words.ends_on:
        subject["activityEndDate"] = midnight(words.ends_on)
    if has_grade:
        grade = f"{achievement_id(words.course_key, words.kind)}#grade"
        subject["result"] = [{"type": ["Result"], "resultDescription": grade, "value": str(words.percent)}]
    return subject


def _description(words: Snapshot) -> str:
    issuer = words.issuer["name"]
    if words.kind == "contribution":
        return gettext("A contribution recognised by %(issuer)s.") % {"issuer": issuer}
    if words.hours:
        return gettext("A course of %(hours)s hours by %(issuer)s.") % {"hours": words.hours, "issuer": issuer}
    return gettext("A course by %(issuer)s.") % {"issuer": issuer}


def _criteria(kind: str) -> str:
    if kind == "completion":
        return gettext("Every required part of the course was completed.")
    if kind == "participation":
        return gettext("The holder took part in the course.")
    return gettext("The holder contributed to the work named here.")
