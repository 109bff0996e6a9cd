"""Papers are sealed where the operator has a certificate."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.core.files.storage import default_storage

from certificates.credentials.choices import Stage
from certificates.printing.signing import sealed
from tests.factories.certificates import award_of
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db


def sealing_file(folder, passphrase=b"secret"):
    """Return a PKCS #12 file with a key and its own certificate, as an operator would have it from an authority."""
    key, who = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "SSTC Academy")])
    made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(NOW - timedelta(days=900)).not_valid_after(NOW + timedelta(days=900))
    usage = x509.KeyUsage(True, True, *[False] * 7)
    certificate = made.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    path = folder / "seal.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, BestAvailableEncryption(passphrase)))
    return path


def test_where_the_operator_has_a_certificate_the_paper_is_sealed(template, enrolment, made, settings, tmp_path):
    settings.CERTIFICATE_PADES_FILE, settings.CERTIFICATE_PADES_PASSPHRASE = str(sealing_file(tmp_path)), "secret"
    paper = made(award_of(enrolment.person, enrolment.edition, made_at=NOW)).credential.papers.get()
    with default_storage.open(paper.file) as file:
        data = file.read()
    assert (paper.size, paper.sha256) == (len(data), sha256(data).hexdigest())
    assert b"/ETSI.CAdES.detached" in data


def test_with_another_passphrase_it_says_so_and_waits(template, enrolment, made, settings, tmp_path):
    settings.CERTIFICATE_PADES_FILE, settings.CERTIFICATE_PADES_PASSPHRASE = str(sealing_file(tmp_path)), "wrong"
    row = made(award_of(enrolment.person, enrolment.edition, made_at=NOW))
    assert (row.state, row.credential) == (Stage.DUE, None)
    assert "seals the papers" in row.reason


def test_a_paper_is_sealed_also_where_the_caller_runs_an_event_loop(template, enrolment, made, tmp_path):
    paper = made(award_of(enrolment.person, enrolment.edition, made_at=NOW)).credential.papers.get()
    with default_storage.open(paper.file) as file:
        plain = file.read()

    async def seal():
        return sealed(plain, p12=sealing_file(tmp_path).read_bytes(), passphrase=b"secret")

    # A loop of one's own in a thread of one's own: the browser's tests may have left one running in this thread.
    with ThreadPoolExecutor(max_workers=1) as thread:
        data = thread.submit(asyncio.run, seal()).result()
    assert data.startswith(plain)
    assert b"/ETSI.CAdES.detached" in data
