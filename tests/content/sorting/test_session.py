"""The concept note of a session: every fact in its field."""

from datetime import date, time

import pytest

from content.reading.document import read_text
from content.sorting.choices import Meaning, Went
from content.sorting.landing import Landing, Unfit
from content.sorting.session import read_session
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, SESSION_EN, SESSION_ES, SESSION_FR, SESSION_WEB


def session(text: str) -> Landing:
    landing = read_session(read_text(text, name="").pieces)
    landing.sweep()
    return landing


def left(landing: Landing) -> list[str]:
    return [part.text for part in landing.parts if part.went == Went.LEFT]


def test_an_unwrapped_note_without_a_year():
    landing = session(SESSION_EN)
    assert landing.values == {
        "lead": "Concept note for a parallel session",
        "title": "How ports share what they know about young dockers",
        "event": "3rd World Forum on Work at Sea",
        "place": "Praia, Cabo Verde",
        "date_as_written": "Tuesday, June 9",
    }
    assert landing.facts["starts_on"] is None
    assert (landing.facts["starts_at_time"], landing.facts["ends_at_time"]) == (time(9, 15), time(10, 45))
    assert (landing.facts["rendering"], landing.facts["original_language"]) == ("unofficial", "pt")
    assert landing.notes
    assert left(landing) == []


def test_its_body_keeps_headings_and_whole_sentences():
    note = session(SESSION_EN).streams["note"]
    assert [block.type for block in note] == ["heading", "prose", "heading", "prose"]
    assert note[0].value == {"text": "I. Context"}
    assert "lets an inspector see on Thursday" in note[1].value
    assert "<b>compared</b>, with <i>their costs</i>" in note[3].value


def test_a_wrapped_french_note_with_a_year_has_the_same_build():
    landing = session(SESSION_FR)
    assert landing.values["title"] == "Comment les ports partagent ce qu’ils savent des jeunes dockers"
    assert landing.values["event"] == "3e Conférence mondiale sur le travail en mer"
    assert landing.values["place"] == "Praia, Cabo Verde"
    assert landing.facts["starts_on"] == date(2026, 6, 9)
    assert landing.facts["date_as_written"] == "Mardi 9 juin 2026"
    assert [block.type for block in landing.streams["note"]] == ["heading", "prose", "heading", "prose"]
    assert landing.streams["note"][1].value.count("<p>") == 2
    assert "Sud–Sud sont comparées" in landing.streams["note"][3].value
    read = {part.where: part.text for part in landing.parts if part.went == Went.READ}
    assert read == {
        Meaning.JOINING: "à la",
        Meaning.DATE: "Mardi 9 juin 2026",
        Meaning.TIMES: "09.15 - 10.45",
        Meaning.ORIGIN: "Traduction non officielle. Document original en portugais.",
    }


def test_a_note_without_any_date_makes_none_up():
    landing = session(SESSION_ES)
    assert landing.values["event"] == "3er Foro mundial sobre el trabajo en el mar"
    assert "starts_on" not in landing.facts
    assert "date_as_written" not in landing.values


def test_a_web_page_and_its_picture_text():
    landing = session(SESSION_WEB)
    assert landing.values["title"] == "How ports share what they know"
    assert landing.facts["starts_on"] == date(2026, 6, 9)
    assert left(landing) == ["A crane at dusk"]


def test_labelled_lines_are_believed():
    landing = session("Title: Nets\n\nEvent: Second Forum\n\nVenue: Mindelo\n\nDate: 9 June 2026\n\n1. Background\n\nText.\n\n- a point")
    assert landing.values == {"title": "Nets", "event": "Second Forum", "place": "Mindelo"}
    assert landing.facts["starts_on"] == date(2026, 6, 9)
    assert [block.type for block in landing.streams["note"]] == ["heading", "prose"]


def test_event_and_place_may_share_a_line():
    landing = session("Nets\n\n2nd Forum on Nets, Mindelo, Cabo Verde\n\nContext\n\nText.")
    assert (landing.values["event"], landing.values["place"]) == ("2nd Forum on Nets", "Mindelo, Cabo Verde")


def test_a_title_that_names_a_conference_stays_the_title():
    landing = session("What the conference of ports decided\n\nDate: 9 June 2026\n\nI. Context\n\nText.")
    assert landing.values["title"] == "What the conference of ports decided"


def test_a_weekday_that_does_not_fit_is_told():
    assert session("Nets\n\nFriday 9 June 2026\n\nI. Context\n\nText.").notes
    assert not session("Nets\n\nTuesday 9 June 2026\n\nI. Context\n\nText.").notes


@pytest.mark.parametrize("text", [INITIATIVE_EN, MODULE_EN, "One line only", "x" * 300 + "\n\nI. Context\n\n9 June 2026", ""])
def test_other_documents_are_refused(text):
    with pytest.raises(Unfit):
        session(text)
