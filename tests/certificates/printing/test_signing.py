"""Papers with a seal, tried with a certificate that is made here."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cache
from io import BytesIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.utils import timezone
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from certificates.printing.engine import render_pdf
from certificates.printing.signing import FIELD, NoSeal, sealed
from tests.certificates.printing.paper import AT, QR, opened, sheet

PASSPHRASE = b"only for this test"


@cache
def seal() -> tuple[bytes, bytes]:
    """Return a PKCS #12 file and its certificate."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "SSTC Academy, test")])
    began = timezone.now() - timedelta(days=1)
    usage = x509.KeyUsage(True, True, False, False, False, True, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    p12 = pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, BestAvailableEncryption(PASSPHRASE))
    return p12, certificate.public_bytes(pkcs12.serialization.Encoding.DER)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return render_pdf(sheet(signers=4, logos=2), at=AT).data


@pytest.fixture(scope="module")
def done(paper) -> bytes:
    return sealed(paper, p12=seal()[0], passphrase=PASSPHRASE)


def judged(pdf: bytes):
    roots = ValidationContext(trust_roots=list(load_certs_from_pemder_data(seal()[1])), allow_fetching=False)
    signature = PdfFileReader(BytesIO(pdf)).embedded_signatures[0]
    # pyHanko starts an event loop; the browser's tests may have left one running in this thread.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(validate_pdf_signature, signature, signer_validation_context=roots).result()


def test_a_sealed_paper_is_whole_and_trusted(done):
    status = judged(done)
    assert status.bottom_line
    assert status.intact
    assert status.trusted


def test_the_seal_is_of_the_kind_that_archives_take(done):
    seal_of = PdfFileReader(BytesIO(done)).embedded_signatures[0]
    assert seal_of.field_name == FIELD
    assert seal_of.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_what_was_there_stays_as_it_was(paper, done):
    assert done.startswith(paper)
    assert len(done) <= 100_000
    pdf = opened(done)
    assert len(pdf.pages) == 1
    assert pdf.open_metadata()["pdfaid:conformance"] == "A"
    assert QR.encode() in done


def test_one_changed_byte_breaks_the_seal(paper, done):
    place = paper.index(b"/Title") + 30
    changed = done[:place] + bytes([done[place] ^ 1]) + done[place + 1 :]
    assert not judged(changed).intact


@pytest.mark.parametrize(("p12", "passphrase"), [(b"not a file of keys", b""), (None, b"another")])
def test_a_certificate_that_cannot_be_opened_is_told_in_a_sentence(paper, p12, passphrase):
    with pytest.raises(NoSeal, match="cannot be opened"):
        sealed(paper, p12=p12 or seal()[0], passphrase=passphrase)
