"""The picture of a badge."""

from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from certificates.badges.achievement import TYPES
from certificates.badges.baking import baked_png, baked_svg
from certificates.badges.picture import cloth_of, picture_of
from tests.certificates.badges.certificate import COURSE, words

LONG = "Incorporação de uma perspetiva de género nas políticas públicas de prevenção e erradicação do trabalho infantil nos países da CPLP"


def opened(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_it_is_a_square_with_clear_corners_that_wallets_can_show():
    image = opened(picture_of(words(), "png"))
    assert image.size == (640, 640)
    assert image.mode == "RGBA"
    assert image.getpixel((0, 0))[3] == 0
    assert image.getpixel((320, 20))[3] == 255


@pytest.mark.parametrize(
    "titles",
    [
        {"pt": LONG},
        {"pt": "李小龙 的课程"},
        {"pt": "تفتيش العمل"},
        {"pt": "X"},
        {"pt": "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"pt": '#"$[*]\\'},
    ],
)
def test_any_title_is_drawn_and_stays_on_its_patch(titles):
    image = opened(picture_of(words(course=titles), "png")).convert("RGB")
    bare = opened(picture_of(words(course={"pt": " "}), "png")).convert("RGB")
    inside = (78, 78, 562, 562)
    assert image.crop(inside).tobytes() != bare.crop(inside).tobytes()
    for edge in ((0, 0, 640, 75), (0, 565, 640, 640), (0, 0, 75, 640), (565, 0, 640, 640)):
        assert image.crop(edge).tobytes() == bare.crop(edge).tobytes()


def test_the_kinds_look_apart():
    assert len({picture_of(words(kind=kind), "png") for kind in TYPES}) == 3


def test_each_course_has_its_own_cloth():
    assert cloth_of(COURSE) == cloth_of(COURSE)
    assert cloth_of(COURSE) != cloth_of("another")
    assert fromstring(cloth_of(COURSE)).get("viewBox") == "0 0 480 480"


def test_both_forms_can_be_baked_and_run_nothing():
    svg = picture_of(words(), "svg").decode()
    assert "<script" not in svg
    assert "foreignObject" not in svg
    assert baked_svg(svg, {"a": 1}).startswith("<svg")
    assert baked_png(picture_of(words(), "png"), {"a": 1}).startswith(b"\x89PNG")


def test_a_badge_is_light_enough_for_a_slow_line():
    assert len(picture_of(words(), "png")) < 80_000
    assert len(picture_of(words(), "svg")) < 80_000


def test_it_is_the_same_for_everybody_who_achieved_the_same():
    assert picture_of(words(name="Ana"), "png") == picture_of(words(name="Rui", percent=12, awarded_on="2027-01-01"), "png")
