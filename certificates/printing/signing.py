"""The seal of an issuer on a PDF: PAdES, which readers of PDF show and check by themselves."""

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from io import BytesIO

from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import SigSeedSubFilter

FIELD = "Seal"


class NoSeal(Exception):
    """The operator's certificate cannot be used. The message is a sentence for staff."""


def sealed(pdf: bytes, *, p12: bytes, passphrase: bytes) -> bytes:
    """Return the PDF with a seal added at its end; what was there stays as it is.

    `p12`: a PKCS #12 file with a key and its certificate. Raises NoSeal where it is none, or the passphrase is another.
    """
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    seal = PdfSignatureMetadata(field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    # pyHanko starts an event loop, which Python refuses where the caller's thread already runs one: a thread of its own has none.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(signers.sign_pdf, writer, seal, signer=_signer(p12, passphrase)).result().getvalue()


@lru_cache(maxsize=2)
def _signer(p12: bytes, passphrase: bytes) -> signers.SimpleSigner:
    try:
        return signers.SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=passphrase or None)
    except ValueError as error:
        raise NoSeal(_("The certificate that seals the papers cannot be opened. Please tell the operator.")) from error
