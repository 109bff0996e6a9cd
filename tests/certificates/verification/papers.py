"""Papers of real credentials, as a holder brings them."""

from base64 import urlsafe_b64decode
from hashlib import sha256

from django.conf import settings

from accounts.models import User
from certificates.credentials.choices import State
from certificates.credentials.models import Credential, Paper
from certificates.credentials.names import name_hash, new_salt
from certificates.proofs.claims import Claim
from certificates.proofs.compact import qr_text
from tests.certificates.proofs.test_papers import paper
from tests.factories.certificates import AWARDED, award_of, credential_of


def issued(person, edition, issuer, **fields) -> Credential:
    return credential_of(award_of(person, edition), issuer, **fields)


def code_of(credential: Credential) -> str:
    """The text of the code on its paper."""
    words = credential.words
    claim = Claim.of(
        number=credential.number,
        name=words.name,
        course=words.course_in(words.languages[0]),
        edition=words.edition,
        awarded_on=words.awarded_on,
        kid=credential.kid,
    )
    signature = urlsafe_b64decode(credential.signature + "==")
    return qr_text(claim, signature, settings.SITE_URL)


def file_of(credential: Credential) -> bytes:
    """Its paper, known to the site by its hash."""
    data = paper(code_of(credential))
    fields = {"credential": credential, "languages": "pt,en", "size": len(data), "file": "a.pdf", "made_at": AWARDED}
    Paper.objects.create(sha256=sha256(data).hexdigest(), **fields)
    return data


def withdrawn(credential: Credential) -> Credential:
    """What erasure leaves: number, course, date, a salted hash of the name."""
    credential.salt = new_salt()
    credential.name_hash = name_hash(credential.words.name, credential.salt)
    credential.snapshot = credential.snapshot | {"name": "", "country": ""}
    credential.state, credential.state_at, credential.person = State.WITHDRAWN, AWARDED, None
    credential.save()
    User.objects.filter(pk=credential.award.person_id).delete()
    return credential
