"""Papers as they are really printed: what the reader of files finds in them, what a camera reads from them."""

import io
from dataclasses import replace
from hashlib import sha256

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from certificates.credentials.models import Paper
from certificates.papers.drawing import Proof, draw, qr_of, sheet_for
from certificates.printing.engine import render_png
from certificates.proofs.judging import judge
from certificates.proofs.papers import proofs_in
from certificates.verification.queries import published_keys
from tests.certificates.proofs.papers import NAMES
from tests.certificates.verification.papers import code_of, issued
from tests.certificates.verification.test_views import bring, text_of
from tests.factories.certificates import AWARDED, template_of

pytestmark = pytest.mark.django_db


def printed(credential, issuer):
    template = template_of(issuer)
    proof = Proof(credential.kid, credential.signature)
    return draw(template, credential.words, number=credential.number, proof=proof, at=AWARDED).data


def noted(credential, data):
    digest = sha256(data).hexdigest()
    Paper.objects.create(credential=credential, languages="pt,en", sha256=digest, size=len(data), file="a.pdf", made_at=AWARDED)
    return data


@pytest.mark.parametrize("name", NAMES[:5])
def test_a_printed_paper_proves_itself(learner, edition, issuer, name):
    credential = issued(learner, edition, issuer, said={"name": name})
    data = printed(credential, issuer)
    assert proofs_in(data) == [code_of(credential)]
    noted(credential, data)
    assert "exactly the one that was issued" in text_of(bring(data))


def test_a_paper_that_another_program_saved_anew_still_proves_its_words(learner, edition, issuer):
    credential = issued(learner, edition, issuer)
    again = io.BytesIO()
    with pikepdf.open(io.BytesIO(noted(credential, printed(credential, issuer)))) as pdf:
        pdf.save(again, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    answer = text_of(bring(again.getvalue()))
    assert "the academy signed these words" in answer
    assert "the file is not as it was issued" in answer


@pytest.mark.parametrize("layout", ["woven", "plain", "official"])
def test_a_camera_reads_the_proof_from_the_drawing(learner, edition, issuer, layout):
    credential = issued(learner, edition, issuer, said={"name": NAMES[5]})
    code = qr_of(credential.words, credential.number, Proof(credential.kid, credential.signature))
    sheet = replace(sheet_for(template_of(issuer), credential.words, number=credential.number, qr=code), layout=layout)
    with Image.open(io.BytesIO(render_png(sheet, page_width_px=2400))) as picture:
        (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert judge(found.text, published_keys()).is_genuine
