"""Share cards: the band, the title, the name of the house."""

from io import BytesIO

import pytest
from PIL import Image

from content.cards.drawing import FONT, LINES, UNIT, broken, card, face, outlines, tile_of, turn
from content.covers.weaving import FIGURES, band

KEY = "m3-identificar"


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def test_a_card_is_a_small_png_of_the_size_that_others_ask_for():
    png = card(KEY, "Identificar o trabalho infantil")
    assert png.startswith(b"\x89PNG")
    assert opened(png).size == (1200, 630)
    assert len(png) < 40_000


def test_the_same_page_gives_the_same_card():
    assert card(KEY, "Título") == card(KEY, "Título")
    assert card(KEY, "Título") != card(KEY, "Outro")
    assert card(KEY, "Título") != card("m1-conceitos", "Título")


@pytest.mark.parametrize(
    "title", ["", " ", "a", "Ação à lição: «ç, ñ, œ» — n.º 138", "Palavra" * 60, "muitas palavras " * 60, "a\nb\tc", "<b>"]
)
def test_any_title_can_be_drawn(title):
    assert opened(card(KEY, title)).size == (1200, 630)


@pytest.mark.parametrize("title", ["العمل", "Труд", "日本", "a \u202e b", "\u0000"])
def test_letters_that_the_font_has_not_got_leave_the_cloth_alone(title):
    assert card(KEY, title) == card(KEY, "")


def test_a_long_title_ends_in_dots_and_no_line_is_too_long():
    font = face(52)
    lines = broken("palavra " * 100, font, 1000)
    assert len(lines) == LINES
    assert lines[-1].endswith("…")
    assert all(font.getlength(line) <= 1000 for line in lines)
    assert font.getlength(broken("x" * 500, font, 1000)[0]) <= 1000


def test_every_letter_of_the_five_languages_has_a_drawing():
    font, missing = face(40), bytes(face(40).getmask("\uffff"))
    for letter in "áàâãçéêíóôõúüñ¿¡ßœæÿëïîûùÁÀÂÃÇÉÊÍÓÔÕÚÑŒ«»–—’“”…ºª°€":
        assert bytes(font.getmask(letter)) != missing, letter


def test_the_font_carries_its_licence():
    assert "SIL OPEN FONT LICENSE" in (FONT.parent / "OFL.txt").read_text()


def test_a_figure_becomes_closed_outlines_inside_its_row():
    for name, (height, path) in FIGURES.items():
        shapes = outlines(path.replace("{y}", "0"))
        assert shapes, name
        for shape in shapes:
            assert all(0 <= x <= 8 and 0 <= y <= height for x, y in shape), name


def test_the_eye_has_a_hole_and_the_check_has_none():
    eye, check = (outlines(FIGURES[name][1].replace("{y}", "0")) for name in ("eye", "check"))
    assert [turn(shape) for shape in eye] == [True, False]
    assert len({turn(shape) for shape in check}) == 1


def test_a_tile_is_coloured_as_the_drawing_for_screens():
    woven = band(KEY)
    tile = tile_of(woven)
    assert tile.size == (8 * UNIT, woven.height * UNIT)
    colours = {"#{:02x}{:02x}{:02x}".format(*colour) for _count, colour in tile.getcolors()}
    assert colours == {woven.ground, *(colour for _name, _y, colour in woven.rows)}
