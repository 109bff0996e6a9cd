"""Texts between what people type and what pages keep."""

import pytest

from content.questionnaire.prose import page_html, plain, typed
from tests.factories.hostile import every


def test_paragraphs_emphasis_lists_and_links_become_rich_text():
    text = "Um **forte** e *fino*.\n\n- a\n- b\n\n1. c\n\n[aqui](https://example.org/)"
    html = page_html(text)
    for part in ("<p>Um <b>forte</b> e <i>fino</i>.</p>", "<ul>", "<li>a</li>", "<ol>", '<a href="https://example.org/">aqui</a>'):
        assert part in html
    assert "rel=" not in html


@pytest.mark.parametrize("text", ["Um.\n\nDois.", "**forte** e *fino*", "- a\n- b", "1. a\n2. b", "[aqui](https://example.org/)", ""])
def test_what_was_typed_comes_back(text):
    assert page_html(typed(page_html(text))) == page_html(text)
    assert typed(page_html(text)) == text


def test_nothing_hostile_gets_through():
    for text in every()[::7]:
        html = page_html(text).lower()
        assert "<script" not in html
        assert "<img" not in html
        assert '<a href="javascript' not in html


def test_words_alone_lose_the_signs_of_markdown():
    assert plain("Um **forte** & *fino*\n\n- a < b\n- c") == "Um forte & fino\na < b\nc"
