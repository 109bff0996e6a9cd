import re

import pytest
import segno
import zxingcpp
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from certificates.proofs.compact import address, encoded, qr_text, sign, verify
from tests.certificates.proofs.papers import NAMES, NUMBER, PRIVATE, SITE, claim, code


def test_the_signature_is_64_bytes_and_always_the_same():
    message = claim().message()
    assert len(sign(message, PRIVATE)) == 64
    assert sign(message, PRIVATE) == sign(message, PRIVATE)


def test_only_the_right_key_and_the_right_message_verify():
    made = claim()
    signature = sign(made.message(), PRIVATE)
    assert verify(made.message(), signature, PRIVATE.public_key())
    assert not verify(claim(name="Somebody Else").message(), signature, PRIVATE.public_key())
    assert not verify(made.message(), signature, Ed25519PrivateKey.generate().public_key())
    assert not verify(made.message(), signature[:-1], PRIVATE.public_key())


def test_the_code_leads_to_the_page_of_the_paper_and_keeps_the_proof_behind_the_hash():
    text = code()
    assert text.startswith(f"{SITE}/verify/{NUMBER}/#1.sstc-2026.")
    assert re.fullmatch(r"[!-~]+", text)
    assert len(text.partition("#")[2].split(".")) == 4


def test_a_slash_at_the_end_of_the_site_is_not_doubled():
    assert address(SITE + "/", NUMBER) == f"{SITE}/verify/{NUMBER}/"
    assert qr_text(claim(), b"\0" * 64, SITE + "/").startswith(f"{SITE}/verify/{NUMBER}/#")


def test_base64url_has_no_padding_and_no_signs_that_an_address_escapes():
    assert encoded(b"\xfb\xff\xfe\x00") == "-__-AA"


@pytest.mark.parametrize("name", NAMES)
def test_the_text_fits_a_qr_code_and_is_read_from_its_picture(name, tmp_path):
    text = code(name=name)
    drawn = segno.make(text, error="m", mask=2)
    drawn.save(str(tmp_path / "code.png"), scale=4)
    with Image.open(tmp_path / "code.png") as picture:
        found = zxingcpp.read_barcodes(picture.convert("L"))
    assert [one.text for one in found] == [text]
