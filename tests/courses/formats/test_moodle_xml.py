"""Moodle XML read and written: every type, pictures, hostile files."""

import base64
from pathlib import Path

import pytest

from courses.formats.items import Item, Left, Piece, Unreadable, points, way, weight
from courses.formats.xml_reading import read_moodle_xml
from courses.formats.xml_writing import write_moodle_xml
from tests.courses.questions.conftest import picture

BANK = Path(__file__).parent / "banks" / "every_type.xml"


@pytest.fixture
def bank():
    return {item.name: item for item in read_moodle_xml(BANK.read_bytes())}


def quiz(body: str) -> bytes:
    return f"<quiz>{body}</quiz>".encode()


def one(body: str) -> Item | Left:
    [item] = read_moodle_xml(quiz(body))
    return item


def test_every_question_is_told_with_its_number(bank):
    assert [item.place for item in bank.values()] == list(range(1, 23))
    left = {item.name: item.reason for item in bank.values() if isinstance(item, Left)}
    assert len(left) == 11
    assert all(reason.endswith(".") for reason in left.values())
    assert "coderunner" in left["Um coderunner"]


def test_a_choice_has_all_that_moodle_tells_of_it(bank):
    item = bank["Idade mínima"]
    assert (item.kind, str(item.points), item.idnumber, item.is_shuffled, item.source) == (
        "single",
        "2.50",
        "X-01",
        False,
        "C138, art. 3(1)",
    )
    assert (item.right, item.partly, item.wrong, item.after) == ("Certo.", "Em parte.", "Errado.", "<p>Ver a <b>C138</b>.</p>")
    assert [(piece.weight, piece.reply) for piece in item.pieces] == [(100, "<p>Artigo 3.</p>"), (50, ""), (0, "")]
    assert len(item.notes) == 2


def test_two_pictures_of_one_name_are_kept_apart(bank):
    item = bank["Idade mínima"]
    assert sorted(item.files) == ["mapa azul-2.png", "mapa azul.png"]
    assert "mapa%20azul.png" in item.stem
    assert "mapa%20azul-2.png" in item.pieces[2].html


def test_a_picture_inside_the_text_is_kept_and_one_far_away_noted(bank):
    item = bank["Dentro do texto"]
    assert list(item.files) == ["picture.png"]
    assert "@@PLUGINFILE@@/picture.png" in item.stem
    assert len(item.notes) == 1


def test_a_drawing_with_script_is_not_taken_and_said(bank):
    item = bank["Hostil"]
    assert item.files == {}
    assert "x.svg" in item.notes[0]


def test_the_other_kinds(bank):
    assert [piece.weight for piece in bank["Três terços"].pieces] == ["33.33333"] * 3 + [-100]
    assert [(piece.weight, piece.reply) for piece in bank["Ratificação"].pieces] == [(100, "Sim."), (0, "Foi, em 2020.")]
    assert (bank["Sigla"].is_case_kept, [piece.html for piece in bank["Sigla"].pieces]) == (True, ["OIT", "BIT", "*"])
    assert [(piece.html, piece.tolerance) for piece in bank["Ano"].pieces] == [("1999", "0"), ("1998.5", "1.5"), ("*", "0")]
    assert [piece.match for piece in bank["Pares"].pieces] == ["idade &lt; 18", "piores formas", "piores formas", "segurança"]
    assert [piece.html for piece in bank["Passos"].pieces] == ["Preparar", "Visitar", "Relatar"]
    assert bank["Escondida"].is_retired


def test_categories_nest(bank):
    assert bank["Sigla"].folder == ("Default for Normas", "Casos/exemplos", "Perto")
    assert bank["Sem certo"].folder == ("Fora",)


BILLION = b"""<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><quiz>&b;</quiz>"""
FAR = b"""<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question type="x">&x;</question></quiz>"""
DTD = b"""<?xml version="1.0"?><!DOCTYPE quiz SYSTEM "http://192.0.2.1/evil.dtd"><quiz/>"""


@pytest.mark.parametrize("data", [BILLION, FAR, DTD])
def test_entities_and_other_files_are_refused_as_a_whole(data):
    with pytest.raises(Unreadable, match="refused"):
        list(read_moodle_xml(data))


@pytest.mark.parametrize(
    "data", [b"<quiz>", b"not xml", b"<html/>", b"\x00\x01", b"<quiz>&nbsp;</quiz>", b'<?xml version="1.0" encoding="no"?><quiz/>']
)
def test_what_is_no_moodle_xml_is_said(data):
    with pytest.raises(Unreadable) as refusal:
        list(read_moodle_xml(data))
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        "<question/>",
        '<question type="multichoice"/>',
        '<question type="truefalse"><answer/></question>',
        '<question type="numerical"><answer fraction="x"><text>y</text><tolerance>z</tolerance></answer></question>',
        '<question type="matching"><subquestion/></question>',
        '<question type="ordering"><answer fraction="1"/><answer fraction="1"/></question>',
        '<question type="multichoice"><questiontext><file name="" encoding="base64">!!</file></questiontext></question>',
        '<question type="multichoice"><defaultgrade>nan</defaultgrade></question>',
        '<question type="category"/><question type="essay"/>',
    ],
)
def test_a_broken_question_is_told_alone(body):
    assert isinstance(one(body), Item | Left)


def test_deep_nesting_does_no_harm():
    body = "<question type='essay'>" + "<a>" * 20_000 + "</a>" * 20_000 + "</question>"
    assert isinstance(one(body), Left)


@pytest.mark.parametrize(
    ("form", "html"),
    [
        ("plain_text", "a &lt;i&gt;b&lt;/i&gt;<br>c"),
        ("html", "a <i>b</i>\nc"),
        ("moodle_auto_format", "a <i>b</i>\nc"),
        ("markdown", "<p>a &lt;i&gt;b&lt;/i&gt;<br>\nc</p>"),
    ],
)
def test_each_format_of_a_text_becomes_html(form, html):
    body = f'<questiontext format="{form}"><text>a &lt;i&gt;b&lt;/i&gt;\nc</text></questiontext><answer><text>x</text></answer>'
    assert one(f'<question type="shortanswer">{body}</question>').stem == html


def test_what_is_written_is_read_again():
    item = Item(1, "multiple", "N & <b>", ("A", "B/C"), "id 1", points("3"), '<p>Q</p><img src="@@PLUGINFILE@@/my%20map.png" alt="x">')
    item.pieces = [Piece("one", "33.33333", "<p>r</p>"), Piece('<img src="@@PLUGINFILE@@/b.png" alt="">', "66.66667"), Piece("no", -100)]
    item.files = {"my map.png": picture("red"), "b.png": picture("blue")}
    item.right, item.partly, item.wrong, item.after, item.source = "R", "P", "W", "A", "C138"
    item.is_shuffled, item.is_retired = False, True
    [again] = read_moodle_xml(write_moodle_xml([item]))
    assert again == item


def test_a_picture_in_the_field_of_old_moodles_is_kept():
    data = base64.b64encode(picture()).decode()
    item = one(f'<question type="shortanswer"><image>a/old.png</image><image_base64>{data}</image_base64></question>')
    assert list(item.files) == ["old.png"]
    assert item.stem == '<p><img src="@@PLUGINFILE@@/old.png" alt=""></p>'


def test_a_sound_is_left_out_and_said():
    file = '<file name="a.mp3" encoding="base64">SUQzAwAA</file>'
    item = one(f'<question type="shortanswer"><questiontext><text>Q</text>{file}</questiontext></question>')
    assert (item.files, len(item.notes)) == ({}, 1)


def test_signs_that_xml_does_not_know_are_dropped():
    [again] = read_moodle_xml(write_moodle_xml([Item(1, "short", "N\x0b\x01", pieces=[Piece("a\x02b", 100)])]))
    assert (again.name, again.pieces[0].html) == ("N", "ab")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("100", 100), ("100.00000", 100), ("33.33333", "33.33333"), ("-50", -50), ("999", 100), ("x", 0), ("", 0), ("nan", 0)],
)
def test_weights_are_kept_as_written(text, kept):
    assert weight(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1.0000000", "1.00"), ("2.5", "2.50"), ("0", "0.01"), ("-3", "0.01"), ("", "1.00"), ("x", "1"), ("nan", "1"), ("1e99", "1")],
)
def test_points_are_more_than_nothing(text, kept):
    assert str(points(text)) == kept


@pytest.mark.parametrize(
    ("path", "names"), [("$course$/top/A/B//C", ("A", "B/C")), ("top", ()), ("$system$/A", ("A",)), ("A/ B /", ("A", "B")), ("", ())]
)
def test_a_category_is_a_way_of_names(path, names):
    assert way(path) == names
