"""Certificates for tests: an issuer with keys, templates, awards and credentials as they stand once issued, in a few queries.

A test package takes part with `from tests.factories.certificates import *` (fixtures `issuer` and `other_issuer`).
"""

import base64
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest

from accounts.models import User
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Credential
from certificates.credentials.numbers import new_number
from certificates.credentials.snapshot import Snapshot
from certificates.designs.models import Template
from certificates.issuers.jwk import algorithm_of, as_pem, new_private, public_jwk
from certificates.issuers.models import Issuer, Signatory, SigningKey
from certificates.issuers.queries import as_printed
from certificates.proofs.claims import Claim
from certificates.proofs.compact import sign
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment

__all__ = ["issuer", "other_issuer"]
AWARDED = datetime(2027, 4, 2, 10, 0, tzinfo=UTC)


@cache
def _pair(algorithm: str, place: int) -> Any:
    return new_private(algorithm)


def key_pair(algorithm: str, place: int = 0) -> Any:
    """Return a private key, the same for each place during one run: RSA keys take long to find."""
    return _pair(algorithm, place)


def issuer_with_keys(settings: Any, place: int = 0, **fields: Any) -> Issuer:
    """Add an issuer whose private keys stand in the settings, as an operator gives them by the environment."""
    made = Issuer.objects.create(**({"name": "SSTC Academy", "url": "https://academy.example", "is_default": place == 0} | fields))
    for algorithm in ("ed25519", "rs256"):
        add_key(settings, made, key_pair(algorithm, place))
    return made


def add_key(settings: Any, issuer: Issuer, private: Any, **fields: Any) -> SigningKey:
    """Give an issuer a key, and the settings its private half."""
    jwk = public_jwk(private)
    settings.CERTIFICATE_KEYS = {**settings.CERTIFICATE_KEYS, jwk["kid"]: as_pem(private)}
    given = {"kid": jwk["kid"], "algorithm": algorithm_of(private), "public_jwk": jwk, "made_at": AWARDED}
    return SigningKey.objects.create(issuer=issuer, **(given | fields))


@pytest.fixture
def issuer(db, settings, tmp_path) -> Issuer:
    """The default issuer, with a key of each kind, and a key file that lies nowhere else."""
    settings.CERTIFICATE_KEYS_FILE = tmp_path / "keys" / "certificates.json"
    settings.CERTIFICATE_KEYS = {}
    return issuer_with_keys(settings)


@pytest.fixture
def other_issuer(issuer, settings) -> Issuer:
    """A second issuer with keys of its own."""
    return issuer_with_keys(settings, place=1, name="Instituto Parceiro", url="https://parceiro.example")


def template_of(issuer: Issuer, **fields: Any) -> Template:
    """Add a template for completion: for every course, in Portuguese and English, in the house's own words."""
    return Template.objects.create(issuer=issuer, **({"name": "All courses", "language": "pt", "second_language": "en"} | fields))


def signed_by(template: Template, *names: str) -> list[Signatory]:
    """Let these people sign on a template, without pictures."""
    made = [Signatory.objects.create(issuer=template.issuer, name=name, title="Director") for name in names]
    for place, signatory in enumerate(made, start=1):
        template.signatory_rows.create(signatory=signatory, place=place)
    return made


def snapshot_of(issuer: Issuer, edition: Edition | None = None, **fields: Any) -> Snapshot:
    """Return what a certificate says, of Inês Mutombo where nothing else is given."""
    said = Snapshot(
        name="Inês Mutombo",
        kind="completion",
        course={"pt": "Inspeção do trabalho infantil", "en": "Inspection of child labour"},
        edition=edition.name if edition else "2027",
        course_key=str(edition.course_key) if edition else "6f2b6f0e-6f3a-4f6e-9f39-0f1a7d1c5a11",
        edition_uid=str(edition.uid) if edition else "",
        awarded_on="2027-04-02",
        languages=["pt", "en"],
        issuer=as_printed(issuer),
        hours="27",
        starts_on="2027-01-25",
        ends_on="2027-03-31",
        country="MZ",
    )
    return replace(said, **fields)


def award_of(person: User | None, edition: Edition, **fields: Any) -> Award:
    """Add an award that is due, with the person's name confirmed."""
    given: dict[str, Any] = {"name": person.name if person else "", "state": Stage.DUE, "name_confirmed_at": AWARDED, "made_at": AWARDED}
    given["enrolment"] = Enrolment.objects.filter(person=person, edition=edition).first() if person else None
    return Award.objects.create(person=person, edition=edition, **(given | fields))


def credential_of(award: Award, issuer: Issuer, *, said: dict[str, Any] | None = None, **fields: Any) -> Credential:
    """Issue an award: a signed credential, without a paper. `said` changes the words, `fields` the row; the award becomes issued."""
    words = snapshot_of(issuer, award.edition, **({"name": award.name or "Inês Mutombo", "kind": award.kind} | (said or {})))
    number, key = new_number(), issuer.keys.in_use().get(algorithm="ed25519")
    claim = Claim.of(
        number=number,
        name=words.name,
        course=words.course_in(words.languages[0]),
        edition=words.edition,
        awarded_on=words.awarded_on,
        kid=key.kid,
    )
    private = next(one for one in (key_pair("ed25519", 0), key_pair("ed25519", 1)) if public_jwk(one)["kid"] == key.kid)
    given: dict[str, Any] = {"number": number, "person": award.person, "kind": award.kind, "snapshot": words.as_json(), "kid": key.kid}
    given |= {"signature": base64.urlsafe_b64encode(sign(claim.message(), private)).rstrip(b"=").decode(), "issued_at": AWARDED}
    given |= {"status_index": issuer.statuses, "issuer": issuer, "award": award}
    made = Credential.objects.create(**(given | fields))
    issuer.statuses += 1
    issuer.save(update_fields=["statuses"])
    if made.state == "valid":
        award.state, award.credential = Stage.ISSUED, made
        award.save(update_fields=["state", "credential"])
    return made
