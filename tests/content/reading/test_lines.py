"""Line breaks made by a page's width are mended; those made by a person are kept."""

import pytest

from content.reading.lines import paragraphs

WRAPPED = """The harbour keeps a book of everyone who comes through its gate in the morning,
and another of everyone who leaves in the evening; where the two differ somebody in
Praia goes and asks.
 The next paragraph begins after a full stop on a short line and runs on for a while
so that the width of the page is plain to see.
"""


def test_wrapped_lines_become_one_paragraph_also_before_a_capital():
    first, second = paragraphs(WRAPPED)
    assert first.endswith("where the two differ somebody in Praia goes and asks.")
    assert second.startswith("The next paragraph")
    assert second.endswith("plain to see.")


def test_a_dash_at_the_end_of_a_line_keeps_its_word_whole():
    text = WRAPPED + "\nWhat was compared is what visits cost in the North and in the South, and South–\nSouth ones as well.\n"
    assert paragraphs(text)[-1].endswith("and South–South ones as well.")


def test_lines_of_a_file_that_is_not_wrapped_stay_apart():
    assert paragraphs("3rd World Forum\nPraia, Cabo Verde\n" + "Word " * 60) == [
        "3rd World Forum",
        "Praia, Cabo Verde",
        ("Word " * 60).strip(),
    ]


def test_a_sentence_cut_by_a_page_end_is_made_whole():
    start = "A common list of names kept by the harbour masters is a small thing, but it lets an inspector of another port"
    assert paragraphs(f"{start}\n\n\n\nsee it.") == [f"{start} see it."]
    assert paragraphs(f"{start}\n\fsee it.") == [f"{start} see it."]
    assert paragraphs(f"{start}\n\n\n\nSee it.") == [start, "See it."]


def test_a_form_feed_between_sentences_parts_paragraphs():
    assert paragraphs("The gate is shut at eight in the evening.\n\f\nIt opens at six.") == [
        "The gate is shut at eight in the evening.",
        "It opens at six.",
    ]


@pytest.mark.parametrize("crumb", ["and the pupils of nine harbours.", "ii) the second", "a. lettered part", "- an item"])
def test_what_follows_a_short_line_a_colon_or_opens_an_item_stays_apart(crumb):
    assert paragraphs(f"Partners supporting the alliance:\n\n{crumb}") == ["Partners supporting the alliance:", crumb]


def test_a_title_in_two_short_lines_is_joined_at_a_small_letter():
    assert (
        paragraphs("How ports share what they know\nof young dockers\n\n" + WRAPPED)[0] == "How ports share what they know of young dockers"
    )
