"""The same document in four languages lands in the same fields."""

from datetime import date, time

import pytest

from content.reading.document import read_text
from content.sorting.choices import Went
from content.sorting.initiative import read_initiative
from content.sorting.landing import Landing
from content.sorting.session import read_session
from courses.catalogue.module_reading import read_module
from tests.factories.tongues import INITIATIVES, MODULES, SESSIONS


def landed(read, text: str) -> Landing:
    landing = read(read_text(text, name="").pieces)
    landing.sweep()
    landing.reckon()
    return landing


def left(landing: Landing) -> list[str]:
    return [part.text for part in landing.parts if part.went == Went.LEFT]


@pytest.mark.parametrize("language", INITIATIVES)
def test_an_initiative(language):
    landing = landed(read_initiative, INITIATIVES[language])
    assert {name: len(blocks) for name, blocks in landing.streams.items()} == {
        "about": 1,
        "workings": 1,
        "phases": 2,
        "achievements": 2,
        "focus_lead": 1,
        "focus": 2,
        "needs": 2,
        "partners": 1,
    }
    assert [block.value["period"] for block in landing.streams["phases"]] == ["2012-2014", "2015-2018"]
    first = landing.streams["achievements"][0].value
    assert first["figure"].startswith("1,7 mil")
    assert first["period"].startswith("2014")
    assert "<b>" in first["text"]
    assert left(landing) == []


@pytest.mark.parametrize("language", SESSIONS)
def test_a_session(language):
    landing = landed(read_session, SESSIONS[language])
    assert landing.values["place"] == "Praia, Cabo Verde"
    assert landing.values["event"].startswith("3")
    assert landing.values["lead"].casefold().startswith(("nota", "note", "concept"))
    assert landing.facts["starts_on"] == date(2026, 6, 9)
    assert (landing.facts["starts_at_time"], landing.facts["ends_at_time"]) == (time(9, 15), time(10, 45))
    assert [block.type for block in landing.streams["note"]] == ["heading", "prose", "heading", "prose"]
    assert (left(landing), landing.notes) == ([], [])


@pytest.mark.parametrize("language", MODULES)
def test_a_module(language):
    landing = landed(read_module, MODULES[language])
    assert {name: len(blocks) for name, blocks in landing.streams.items()} == {"intro": 1, "aims": 1, "reading": 1, "forum_text": 1}
    assert left(landing) == []
