"""What a layout is given to read."""

import json

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from certificates.printing.drawing import as_json, code_svg, language_of, plain
from content.covers.weaving import band
from tests.certificates.printing.paper import NAMES, sheet


def data(**changes):
    return json.loads(as_json(sheet(**changes)))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Ana\u202e evil \u202cLima", "Ana evil Lima"),
        ("Ana\u2066\u2069\u200e\u200f", "Ana"),
        ("Ana\nLima\tSá\x00", "Ana Lima Sá"),
        ("Jose\u0301", "José"),
        ("نوری\u200cزاده", "نوری\u200cزاده"),
    ],
)
def test_names_are_printed_plain(typed, printed):
    assert plain(typed) == printed


@pytest.mark.parametrize(
    ("name", "language"),
    [
        (NAMES["Arabic"], "ar"),
        (NAMES["Chinese"], "zh"),
        (NAMES["Devanagari"], "hi"),
        (NAMES["Vietnamese"], "und"),
        (NAMES["Cyrillic"], "und"),
    ],
)
def test_the_language_of_a_name_is_only_said_where_its_letters_tell(name, language):
    assert language_of(name) == language


def test_names_go_through_to_the_layout_and_the_title():
    told = data(name="Ana\u202e Lima")
    assert told["name"] == "Ana Lima"
    assert told["title"].endswith(": Ana Lima")


def test_what_two_languages_write_alike_stands_once():
    edition = next(fact for fact in data()["facts"] if fact[0]["value"] == "2.ª edição")
    assert [one["value"] for one in edition] == ["2.ª edição", ""]
    assert [one["language"] for one in edition] == ["pt", "en"]


def test_a_region_is_told_apart_from_its_language():
    words = data(languages=["pt-br"])["words"][0]
    assert (words["language"], words["region"]) == ("pt", "BR")


def test_the_cloth_is_woven_as_on_the_site():
    told = data()["cloth"]
    woven = band("6f1a6b4e-1b5f-4a57-9a41-0d0a6d3a8c11")
    assert (told["ground"], told["height"]) == (woven.ground, woven.height)


def test_a_signature_says_whose_it_is():
    one = data(signers=1)["signatories"][0]
    assert one["name"] in one["alt"]
    assert one["svg"].startswith("<svg")
    assert data(signatories=[{"name": "Rui", "title": "", "image": ""}])["signatories"][0]["svg"] == ""


@pytest.mark.parametrize("text", ["https://academy.example/verify/X/", "x" * 1200])
def test_the_code_says_the_text_again(text):
    assert [found.text for found in zxingcpp.read_barcodes(_painted(code_svg(text)))] == [text]


def _painted(svg: str) -> Image.Image:
    side = int(svg.split('width="')[1].split('"')[0])
    picture = Image.new("L", ((side + 8) * 4, (side + 8) * 4), 255)
    pen = ImageDraw.Draw(picture)
    for stroke in svg.split(' d="')[1].split('"')[0].split("M")[1:]:
        at, rest = stroke.split("h", 1)
        x, y = (int(number) + 4 for number in at.split())
        pen.rectangle((x * 4, y * 4, (x + int(rest.split("v")[0])) * 4 - 1, y * 4 + 3), fill=0)
    return picture


def test_the_same_text_gives_the_same_code():
    assert code_svg("a") == code_svg("a")
