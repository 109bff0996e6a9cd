"""From what was said to the PDF: proof, QR code, layout, pictures. Reads pictures of the template; changes nothing."""

from base64 import urlsafe_b64decode
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from certificates.credentials.numbers import shown
from certificates.credentials.snapshot import Snapshot
from certificates.designs.looks import looks_of
from certificates.designs.models import Template
from certificates.issuers.keys import seal, signing_key
from certificates.issuers.models import Issuer
from certificates.papers.obstacles import Unprintable
from certificates.printing.engine import NoLetters, Printed, render_pdf
from certificates.printing.sheets import Sheet
from certificates.printing.signing import sealed
from certificates.printing.wording import sheet_of
from certificates.proofs.claims import Claim
from certificates.proofs.compact import address, encoded, qr_text, sign


@dataclass(frozen=True)
class Proof:
    """The compact proof of a certificate; `signature` as base64url without padding."""

    kid: str
    signature: str


def claim_of(words: Snapshot, number: str, kid: str) -> Claim:
    """Return what is signed of a certificate."""
    course = words.course_in(words.languages[0])
    return Claim.of(number=number, name=words.name, course=course, edition=words.edition, awarded_on=words.awarded_on, kid=kid)


def prove(words: Snapshot, number: str, issuer: Issuer) -> Proof:
    """Sign a certificate with the issuer's present key. Raises NoKey where there is none."""
    key = signing_key(issuer, "ed25519")
    private = cast("Ed25519PrivateKey", key.private)
    return Proof(key.kid, encoded(sign(claim_of(words, number, key.kid).message(), private)))


def qr_of(words: Snapshot, number: str, proof: Proof) -> str:
    """Return what the QR code says: where to ask, and the proof itself."""
    signature = urlsafe_b64decode(proof.signature + "=" * (-len(proof.signature) % 4))
    return qr_text(claim_of(words, number, proof.kid), signature, settings.SITE_URL)


def sheet_for(template: Template, words: Snapshot, *, number: str, qr: str, languages: list[str] | None = None) -> Sheet:
    """Return a page that says these words in the looks of a template, however its texts read now; `languages`: others than it was first
    printed in.
    """
    said = words.as_json() | ({"languages": languages} if languages else {})
    looks = looks_of(template, [one["image"] for one in words.signatories])
    return sheet_of(
        said,
        layout=template.layout,
        orientation=template.orientation,
        texts=template.texts if words.texts is None else words.texts,
        number=shown(number),
        qr=qr,
        address=address(settings.SITE_URL, number).partition("://")[2].rstrip("/"),
        logos=looks.logos,
        images=looks.images,
        shows_percent=words.percent is not None,
    )


def draw(template: Template, words: Snapshot, *, number: str, proof: Proof, at: datetime, languages: list[str] | None = None) -> Printed:
    """Return the PDF, sealed where the operator has a certificate. `at`: when it was issued; unsealed, the same words at the same time
    give the same bytes. Raises NoKey and NoSeal, with a sentence, where it cannot be sealed; Unprintable for want of letters.
    """
    sheet = sheet_for(template, words, number=number, qr=qr_of(words, number, proof), languages=languages)
    try:
        printed, key = render_pdf(sheet, at=at), seal()
    except NoLetters as error:
        raise Unprintable(str(error)) from error
    return replace(printed, data=sealed(printed.data, p12=key.p12, passphrase=key.passphrase)) if key else printed
