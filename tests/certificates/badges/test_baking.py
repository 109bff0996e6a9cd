"""Badges inside pictures."""

import json
import zlib
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from certificates.badges.achievement import badge_of
from certificates.badges.baking import NotAPicture, as_text, baked_png, baked_svg
from certificates.badges.integrity import is_genuine, proved
from tests.certificates.badges.certificate import AT, KEY, METHOD, NAMES, said

SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n'
TAG = "{https://purl.imsglobal.org/ob/v3p0}credential"


def png():
    file = BytesIO()
    Image.new("RGBA", (4, 4), "teal").save(file, "PNG")
    return file.getvalue()


def chunks(data):
    """Yield the name and body of each piece of a PNG whose check sum is right."""
    place = 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        body = data[place + 4 : place + 8 + size]
        assert zlib.crc32(body) == int.from_bytes(data[place + 8 + size : place + 12 + size])
        yield body[:4], body[4:]
        place += 12 + size


def badge(name):
    return proved(badge_of(said(name=name)), private=KEY, method=METHOD, at=AT)


def in_png(data):
    [body] = [body for name, body in chunks(data) if name == b"iTXt"]
    keyword, flags, rest = body.split(b"\0", 1)[0], body[20:22], body[22:]
    assert (keyword, flags, rest[:2]) == (b"openbadgecredential", b"\0\0", b"\0\0")
    return json.loads(rest[2:])


def in_svg(text):
    [found] = fromstring(text).iter(TAG)
    return json.loads(found.text)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_badge_comes_out_of_a_png_as_it_went_in(name):
    made = badge(name)
    baked = baked_png(png(), made)
    assert in_png(baked) == made
    assert is_genuine(in_png(baked), KEY.public_key())
    assert [name for name, _body in chunks(baked)][:2] == [b"IHDR", b"iTXt"]


def test_a_baked_png_is_the_same_picture():
    baked = Image.open(BytesIO(baked_png(png(), badge("Ana"))))
    assert baked.tobytes() == Image.open(BytesIO(png())).tobytes()
    assert json.loads(baked.text["openbadgecredential"])["credentialSubject"]["name"] == "Ana"


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_badge_comes_out_of_an_svg_as_it_went_in(name):
    made = badge(name)
    baked = baked_svg(SVG, made)
    assert in_svg(baked) == made
    assert is_genuine(in_svg(baked), KEY.public_key())
    assert next(iter(fromstring(baked))).tag == TAG


def test_what_was_drawn_stays_in_the_svg():
    assert [one.tag.rpartition("}")[2] for one in fromstring(baked_svg(SVG, badge("Ana")))] == ["credential", "path"]


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIDAT"])
def test_what_is_no_png_is_refused(data):
    with pytest.raises(NotAPicture):
        baked_png(data, {})


@pytest.mark.parametrize("text", ["", "<html/>", "<svg/>"])
def test_what_is_no_svg_is_refused(text):
    with pytest.raises(NotAPicture):
        baked_svg(text, {})


def test_letters_are_written_as_they_are_without_spaces():
    assert as_text({"a": ["é", "李", {"b": None}]}) == '{"a":["é","李",{"b":null}]}'
