"""What the form asks, and the shape of its answers."""

from content.practices.choices import FORM
from content.questionnaire.form import ASKED, COLUMNS, HINTS, LONGEST, PART, PARTS, completeness, nothing, of_part, part_state, tidied
from tests.factories.contributions import whole_answers


def test_every_question_of_the_form_is_asked_once():
    asked = [key for part in PARTS for key in part.keys]
    assert sorted(asked) == sorted(ASKED)
    assert {one.key for one in FORM} <= set(asked)
    assert set(HINTS) <= set(ASKED)


def test_answers_are_brought_into_shape_whatever_is_sent():
    wild = {"title": "x" * 900, "objectives": None, "theme_links": "labour-inspection", "contacts": "?", "is_safe": "on", "foreign": 1}
    wild |= {
        "amounts": [{"amount": 5, "currency": "USDOLLAR"}, {}, "x", {"amount": " ", "source": ""}],
        "innovation": "a\0b\r\nc" + "x" * 20_000,
    }
    wild |= {"country_roles": [{"country": "", "role": "offering"}, {"country": "BR"}]}
    clean = tidied(wild)
    assert len(clean["title"]) == 500
    assert (clean["objectives"], clean["theme_links"], clean["contacts"], clean["is_safe"]) == ("", [], [], True)
    assert clean["amounts"] == [{"amount": "5", "currency": "USD", "source": ""}]
    assert clean["innovation"].startswith("ab\nc")
    assert len(clean["innovation"]) == LONGEST
    assert clean["country_roles"] == [{"country": "BR", "role": ""}]
    assert "foreign" not in clean


def test_a_row_keeps_its_id_so_that_anchors_stay():
    row = dict.fromkeys((column.name for column in COLUMNS["blocks"]), "") | {"title": "a", "id": "b" * 90}
    assert tidied({"building_blocks": [row]})["building_blocks"][0]["id"] == "b" * 36


def test_completeness_counts_what_must_be_answered():
    assert completeness({}) == 0
    assert completeness(whole_answers()) == 100
    assert completeness(whole_answers(sector="", materials=[])) == 100
    assert 90 < completeness(whole_answers(objectives="")) < 100


def test_a_part_is_empty_begun_or_done():
    part = PART["exchange"]
    assert part_state(part, {}) == "empty"
    assert part_state(part, {"objectives": "x"}) == "begun"
    assert part_state(part, {"objectives": "x", "cooperation": "y"}) == "done"
    assert of_part(part, {"objectives": "x", "title": "no"}) == {"objectives": "x", "cooperation": ""}
    assert [nothing(key) for key in ("is_safe", "contacts", "theme_links", "title")] == [False, [], [], ""]
