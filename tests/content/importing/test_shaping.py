"""Landings become fields: addresses, block ids, raw blocks."""

import json

import pytest

from content.importing.shaping import key_of, page_fields, slug_for, uneven
from content.reading.document import read_text
from content.sorting.landing import Block, Landing
from content.sorting.session import read_session
from tests.factories.documents import SESSION_EN


@pytest.fixture
def landing() -> Landing:
    return read_session(read_text(SESSION_EN, name="").pieces)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Comment les ports partagent", "comment-les-ports-partagent"),
        ("Inspeção e diálogo: já!", "inspecao-e-dialogo-ja"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("w" * 200, "w" * 80),
        ("تعليم", ""),
        ("", ""),
    ],
)
def test_an_address_is_plain_and_ends_with_a_whole_word(title, slug):
    assert slug_for(title) == slug


def test_facts_that_are_not_known_are_no_fields(landing):
    fields = page_fields(landing, seed="a")
    assert "starts_on" not in fields
    assert fields["starts_at_time"].isoformat() == "09:15:00"
    assert fields["title"] == "How ports share what they know about young dockers"


def test_block_ids_hang_on_the_text_the_field_and_the_position(landing):
    ids = [block["id"] for block in json.loads(page_fields(landing, seed="a")["note"])]
    assert ids == [str(key_of(f"a/note/{index}")) for index in range(4)]
    assert len({*ids, *(block["id"] for block in json.loads(page_fields(landing, seed="b")["note"]))}) == 8


def test_ids_of_the_other_language_are_taken_as_far_as_the_types_agree(landing):
    known = {"note": [("heading", "h"), ("prose", "p"), ("quote", "q"), ("prose", "z")]}
    raw = json.loads(page_fields(landing, seed="a", ids=known)["note"])
    assert [block["id"] for block in raw[:2]] == ["h", "p"]
    assert not {"q", "z"} & {block["id"] for block in raw}


def test_a_stream_that_is_built_otherwise_is_named(landing):
    same = {"note": [(block.type, "x") for block in landing.streams["note"]], "videos": []}
    assert uneven(landing, same) == []
    assert uneven(landing, {"note": [("prose", "x")]}) == ["note"]
    landing.streams["more"] = [Block("prose", "")]
    assert uneven(landing, {**same, "other": [("prose", "x")]}) == ["more", "other"]
