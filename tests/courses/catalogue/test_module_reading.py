"""A module's document: introductory text, videos, aims, the discussion."""

import pytest

from content.reading.document import read_text
from content.sorting.choices import Went
from content.sorting.landing import Landing, Unfit
from courses.catalogue.module_reading import read_module
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, MODULE_PT, SESSION_EN


def module(text: str) -> Landing:
    landing = read_module(read_text(text, name="").pieces)
    landing.sweep()
    return landing


def left(landing: Landing) -> list[str]:
    return [part.text for part in landing.parts if part.went == Went.LEFT]


def test_lettered_parts_land_where_they_belong():
    landing = module(MODULE_EN)
    assert landing.values == {"title": "Module 3 - Reading a harbour's books"}
    assert landing.streams["intro"][0].value.count("<p>") == 3
    assert "videos" not in landing.streams
    assert [block.value for block in landing.streams["forum_text"]] == [
        "<ul><li>This forum has many languages and you may write in yours.</li></ul>"
    ]


def test_what_the_discussion_says_of_other_services_is_left_over():
    landing = module(MODULE_EN)
    assert left(landing) == [
        "IMPORTANT:",
        "You can sign in with your social media account (Facebook or Twitter) or set up a DISQUS account.",
    ]
    assert len(landing.notes) == 2


def test_a_portuguese_module_with_hours_aims_videos_and_reading():
    landing = module(MODULE_PT)
    assert landing.facts["hours"] == 6
    assert [(block.type, block.value) for block in landing.streams["aims"]] == [
        ("aim", "Ler um remendo."),
        ("aim", "Perguntar sem assustar."),
    ]
    assert [(block.value["title"], block.value["place"]) for block in landing.streams["videos"]] == [
        ("O remendo", "youtube"),
        ("Módulo 4: Ver a rede de pesca (2)", "vimeo"),
    ]
    assert left(landing) == ["https://example.org/film.mp4"]
    assert len(landing.streams["reading"]) == 1


def test_an_aim_that_is_too_long_or_only_leads_to_others_is_left_over():
    landing = module("Module 1 Nets\n\nObjectives\n\nYou will learn:\n\n- " + "word " * 80 + "\n- Mend a net")
    assert [block.value for block in landing.streams["aims"]] == ["Mend a net"]
    assert left(landing)[0] == "You will learn:"


def test_text_before_any_part_introduces_the_module():
    landing = module("Module 1 Nets\n\nA word to begin with.\n\nVideos")
    assert [block.value for block in landing.streams["intro"]] == ["<p>A word to begin with.</p>"]


@pytest.mark.parametrize("text", [INITIATIVE_EN, SESSION_EN, "Nets", "Objectives\n\nLearn."])
def test_other_documents_are_refused(text):
    with pytest.raises(Unfit):
        module(text)
