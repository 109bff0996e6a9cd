"""The page of an initiative: phases, achievements, focus points, needs, partners."""

import pytest

from content.reading.document import read_text
from content.sorting.choices import Went
from content.sorting.initiative import read_initiative
from content.sorting.landing import Landing, Unfit
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, SESSION_EN

PT = """Iniciativa das Redes Limpas

O que é?

Uma aliança de pescadoras e pescadores que compram redes feitas por adultos e o dizem a quem compra o peixe.

Como funciona?

Por etapas.

Começo (2014-2016)

Primeiras compras.

O que já alcançou?

- Menos 12,5 % de crianças nas oficinas entre 2015 e 2016.

Em que se concentrar?

Em três pontos:

- oficinas;
- mercados.

Um remate sem lugar.

Para isso, as oficinas precisam de:

Luz.

Parceiros

Câmara de Mindelo
"""


def initiative(text: str) -> Landing:
    landing = read_initiative(read_text(text, name="").pieces)
    landing.sweep()
    return landing


def left(landing: Landing) -> list[str]:
    return [part.text for part in landing.parts if part.went == Went.LEFT]


@pytest.fixture
def harbours() -> Landing:
    return initiative(INITIATIVE_EN)


def test_the_line_that_names_an_initiative_is_the_title(harbours):
    assert harbours.values == {"title": "Harbour Alliance for Schooling before Loading"}


def test_four_phases_have_their_years(harbours):
    phases = [block.value for block in harbours.streams["phases"]]
    assert [(phase["title"], phase["period"]) for phase in phases] == [
        ("Beginnings", "2012-2014"),
        ("Gates", "2015-2018"),
        ("Classrooms and consolidation", "2019-2023"),
        ("Own means", "2024-2027"),
    ]
    assert phases[0]["text"] == "<p>Agreement on a common list of names and on who keeps it.</p>"


def test_five_achievements_one_with_its_figure(harbours):
    achieved = [block.value for block in harbours.streams["achievements"]]
    assert [item["title"] for item in achieved] == [
        "Fewer boys on the quay",
        "One voice for nine harbours",
        "Visits between coasts",
        "Early signs",
        "Nobody left at the gate",
    ]
    assert [(item["figure"], item["period"]) for item in achieved] == [("1.7 thousand", "2014–2019"), *[("", "")] * 4]
    assert "<b>daily habit</b>" in achieved[0]["text"]


def test_five_points_eight_needs_one_partner(harbours):
    focus = [block.value["text"] for block in harbours.streams["focus"]]
    assert len(focus) == 5
    assert focus[2] == "<p><b>shipping lines</b> that ask no questions;</p>"
    assert [block.value for block in harbours.streams["focus_lead"]] == ["<p>To keep the gates shut the harbours concentrate on:</p>"]
    assert len(harbours.streams["needs"]) == 8
    assert [block.value["name"] for block in harbours.streams["partners"]] == ["MINISTÉRIO DO MAR, DAS PESCAS E DOS PORTOS"]


def test_headings_inside_a_part_stay_headings(harbours):
    assert [block.type for block in harbours.streams["about"]] == ["prose", "heading", "prose"]
    assert harbours.streams["about"][1].value == {"text": "Circle of Harbour Masters"}


def test_crumbs_are_left_over(harbours):
    assert left(harbours) == ["Work at sea", "Find our publications HERE:", "and the pupils of nine harbours."]


def test_a_portuguese_page_with_years_behind_the_title_and_achievements_as_items():
    landing = initiative(PT)
    assert [block.value["title"] for block in landing.streams["phases"]] == ["Começo"]
    assert [(block.value["figure"], block.value["period"]) for block in landing.streams["achievements"]] == [("12,5 %", "2015 e 2016")]
    assert len(landing.streams["focus"]) == 2
    assert len(landing.streams["needs"]) == 1
    assert [block.value["name"] for block in landing.streams["partners"]] == ["Câmara de Mindelo"]
    assert left(landing) == ["Um remate sem lugar."]


def test_a_repeated_part_goes_on_where_it_stopped():
    landing = initiative("Port Initiative\n\nWhat is it?\n\nOne thing.\n\nHow does it work?\n\nSomehow.\n\nWhat is it?\n\nAnother thing.")
    assert [block.value for block in landing.streams["about"]] == ["<p>One thing.</p>", "<p>Another thing.</p>"]


@pytest.mark.parametrize("text", [SESSION_EN, MODULE_EN, "What is it?\n\nNobody knows.", ""])
def test_other_documents_are_refused(text):
    with pytest.raises(Unfit):
        initiative(text)
