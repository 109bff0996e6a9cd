"""Every word is placed once, or nothing is brought in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.reading.document import read_text
from content.reading.words import count
from content.sorting.choices import Went
from content.sorting.initiative import read_initiative
from content.sorting.landing import Block, Landing, Unfit, WordsLost, prose_html
from content.sorting.session import read_session
from courses.catalogue.module_reading import read_module
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, MODULE_PT, SESSION_EN, SESSION_FR, SESSION_WEB

READERS = [read_session, read_initiative, read_module]
LINES = """What is it?
How does it work?
What has it achieved?
Network of masters:
Fewer boys:
(2012-2014):
Phase one (2015-2018)
- i) point
For this, the harbours need to:
Partners
MINISTRY OF PORTS
Find our publications HERE:
a. Videos
b. Introductory text
I. Context
Module 2 - Ships
Concept note
Tuesday, June 9– 09.15 to 10.45
3rd World Forum, Praia, Cabo Verde
Discussion forum
Unofficial translation. Original in Spanish.
A **bold** word <i>there</i>.
a drop of 2.3 million in 2016–2020.
1. Context
Hours: 6
https://youtu.be/abc Title
Learning outcomes
cell	other cell
lower case crumb
# Heading
Place: Praia
**Bold line**
"""
SCRAPS = st.sampled_from([*LINES.splitlines(), "Long text that goes on and on. " * 8])
KINDS = [
    (read_session, SESSION_EN),
    (read_session, SESSION_FR),
    (read_session, SESSION_WEB),
    (read_initiative, INITIATIVE_EN),
    (read_module, MODULE_EN),
    (read_module, MODULE_PT),
]


def pieces_of(text):
    return read_text(text, name="").pieces


@pytest.mark.parametrize(("read", "text"), KINDS)
def test_each_kind_places_every_word_of_its_documents(read, text):
    landing = read(pieces_of(text))
    landing.sweep()
    assert landing.reckon() == sum(landing.total(went) for went in Went) == count(read_text(text, name="").text).total()


@pytest.mark.parametrize("read", READERS)
@given(scraps=st.lists(st.one_of(SCRAPS, st.text(max_size=60)), max_size=14), glue=st.sampled_from(["\n", "\n\n"]))
@example(scraps=["What is it?", "Tuesday, June 9– 09.15 to 10.45", "AA"], glue="\n")
@settings(deadline=None)
def test_words_in_are_words_out_whatever_the_text(read, scraps, glue):
    pieces = pieces_of(
        glue.join(["Module 1 The Port Initiative", *scraps, "What is it?", "How does it work?", "Place: Praia", "I. Context"])
    )
    try:
        landing = read(pieces)
    except Unfit:
        return
    landing.sweep()
    landing.reckon()
    assert {part.number for part in landing.parts} >= {piece.number for piece in pieces if count(piece.text)}


def test_a_parser_that_loses_doubles_or_invents_words_is_found_out():
    pieces = pieces_of("One two\n\nThree")
    lost = Landing(pieces)
    lost.fill("title", pieces[0], "One", limit=10)
    doubled = Landing(pieces)
    doubled.prose("note", pieces)
    doubled.leave(pieces[0])
    invented = Landing(pieces)
    invented.add("note", Block("prose", prose_html(pieces[:1])), [(piece, piece.text) for piece in pieces])
    for landing in (lost, doubled, invented):
        with pytest.raises(WordsLost):
            landing.reckon()


def test_a_field_that_is_taken_or_too_small_leaves_the_words_over():
    landing = Landing(pieces := pieces_of("One\n\nTwo\n\nThree four five"))
    assert landing.fill("title", pieces[0], limit=10)
    assert not landing.fill("title", pieces[1], limit=10)
    assert not landing.fill("lead", pieces[2], limit=5)
    assert [(part.text, part.went) for part in landing.parts] == [("One", Went.PAGE), ("Two", Went.LEFT), ("Three four five", Went.LEFT)]


def test_what_no_parser_touches_is_left_over():
    landing = Landing(pieces_of("One\n\n- i) Two"))
    landing.sweep()
    assert [(part.text, part.went) for part in landing.parts] == [("One", Went.LEFT), ("- i)", Went.READ), ("Two", Went.LEFT)]


def test_lists_and_paragraphs_become_html_in_their_order():
    pieces = pieces_of("Before.\n\n- one\n- **two**\n\n1. three\n2. four\n\nAfter <script>.")
    assert prose_html(pieces) == (
        "<p>Before.</p><ul><li>one</li><li><b>two</b></li></ul><ol><li>three</li><li>four</li></ol><p>After &lt;script&gt;.</p>"
    )
