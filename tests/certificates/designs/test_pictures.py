"""Signatures drawn anew: ink on nothing, small, with nothing hidden in them."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from certificates.designs.pictures import MOST_BYTES, NotTaken, signature_png
from tests.certificates.designs.conftest import scan


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGBA")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_white_paper_becomes_nothing_and_ink_stays(kind):
    drawn = opened(signature_png(scan(kind)))
    alpha = drawn.getchannel("A")
    assert alpha.getextrema()[0] == 0
    assert alpha.getextrema()[1] > 200


def test_the_paper_around_the_strokes_is_cut_away():
    whole, drawn = opened(scan()), opened(signature_png(scan()))
    assert drawn.width < whole.width / 2
    assert drawn.height < whole.height / 2


def test_a_signature_is_small():
    made = signature_png(scan(size=(3000, 2000)))
    assert opened(made).width <= 600
    assert opened(made).height <= 200
    assert len(made) < 20_000


def test_the_same_picture_gives_the_same_bytes():
    assert signature_png(scan()) == signature_png(scan())


def test_what_is_transparent_already_is_kept():
    target = BytesIO()
    picture = Image.new("RGBA", (100, 40), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (10, 10, 50, 20))
    picture.save(target, "PNG")
    assert opened(signature_png(target.getvalue())).size == (40, 10)


def test_nothing_that_a_camera_wrote_is_kept():
    target = BytesIO()
    words = PngInfo()
    words.add_text("Comment", "Rua da Missão 12")
    opened(scan()).save(target, "PNG", pnginfo=words)
    assert b"Rua da" not in signature_png(target.getvalue())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a whole"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a whole"),
        (scan()[:200], "not a whole"),
        (b"GIF89a" + b"\x00" * 40, "not a whole"),
        (b"\x89PNG" + b"x" * MOST_BYTES, "larger than 2 MB"),
        (scan(size=(4000, 3100)), "too many pixels"),
    ],
)
def test_what_is_no_signature_is_refused_in_words(data, said):
    with pytest.raises(NotTaken, match=said):
        signature_png(data)


def test_an_empty_sheet_is_refused():
    target = BytesIO()
    Image.new("RGB", (50, 50), "white").save(target, "PNG")
    with pytest.raises(NotTaken, match="nothing on this picture"):
        signature_png(target.getvalue())
