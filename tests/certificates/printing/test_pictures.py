"""Logos and signatures on their way to the paper."""

import re
from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from certificates.printing.pictures import LARGEST_LOGO, LARGEST_STROKES, is_svg, logo_svg, strokes_svg
from tests.certificates.printing.paper import DRAWING, strokes


def inside(svg: str) -> Image.Image:
    kind, coded = re.search(r"data:image/(\w+);base64,([^\"]+)", svg).groups()
    picture = Image.open(BytesIO(b64decode(coded)))
    assert picture.format.lower() == kind
    return picture


def noise() -> bytes:
    out = BytesIO()
    Image.effect_noise((900, 500), 90).convert("RGB").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("begins", [b"", b"\xef\xbb\xbf", b"\n  "])
def test_a_drawing_stays_a_drawing(begins):
    assert is_svg(begins + DRAWING)
    assert logo_svg(begins + DRAWING).strip() == DRAWING.decode()
    assert strokes_svg(DRAWING) == DRAWING.decode()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_pictures_of_every_kind_are_taken(form):
    assert inside(logo_svg(strokes(form=form))).width <= LARGEST_LOGO[0]
    assert inside(strokes_svg(strokes(form=form))).mode == "RGBA"


def test_pictures_become_small():
    logo, hand = inside(logo_svg(strokes((3000, 2000)))), inside(strokes_svg(strokes((3000, 2000))))
    assert logo.height == LARGEST_LOGO[1]
    assert hand.height == LARGEST_STROKES[1]
    assert logo.width / logo.height == pytest.approx(1.5, rel=0.02)


def test_the_white_behind_a_signature_is_taken_away_and_the_ink_stays_blue():
    hand = inside(strokes_svg(strokes(ground="#f4f1ea")))
    pixels = [hand.getpixel((x, y)) for x in range(hand.width) for y in range(hand.height)]
    assert sum(pixel[3] == 0 for pixel in pixels) > 0.8 * len(pixels)
    red, green, blue, _alpha = max(pixels, key=lambda pixel: pixel[3])
    assert blue > 1.5 * max(red, green)


def test_a_signature_that_is_clear_already_stays_so():
    out = BytesIO()
    Image.new("RGBA", (100, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert inside(strokes_svg(out.getvalue())).getextrema()[3] == (0, 0)


def test_a_photograph_as_a_logo_is_kept_as_one():
    svg = logo_svg(noise())
    assert inside(svg).format == "JPEG"
    assert len(svg) < 60_000


@pytest.mark.parametrize("broken", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(broken):
    with pytest.raises(OSError, match=r"identify|truncated|broken"):
        logo_svg(broken)
