"""Stray markup becomes formatting; everything else stays text, and harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.inline import read_runs
from content.reading.pieces import Run, cut, to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **political priority**, kept", "a <b>political priority</b>, kept"),
        ("a <i>Guide</i> and a <strong>map</strong>", "a <i>Guide</i> and a <b>map</b>"),
        ("<b><i>both</i></b>", "<b><i>both</i></b>"),
        ("two ** stars and 2 ** 3", "two ** stars and 2 ** 3"),
        ("**open only", "**open only"),
        ("one</b> closed", "one closed"),
        ("a<br>b", "a b"),
        ("fish &amp; chips &nbsp;&lt;b&gt;", "fish &amp; chips &lt;b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('<b onclick="x()">no</b>', "&lt;b onclick=&quot;x()&quot;&gt;no"),
        ("3 < 4 & 5 > 2", "3 &lt; 4 &amp; 5 &gt; 2"),
        ("&#0; &#x202e;&unknown;", "\u202e&amp;unknown;"),
    ],
)
def test_markup_is_read_or_shown(text, html):
    assert to_html(read_runs(text)).replace("\ufffd ", "") == html


def test_a_link_to_anything_but_a_safe_address_is_text():
    assert to_html((Run("go", href="javascript:alert(1)"),)) == "go"
    assert to_html((Run("go", href='https://example.org/"><script>'),)) == '<a href="https://example.org/&quot;&gt;&lt;script&gt;">go</a>'


def test_runs_are_cut_by_the_places_of_their_plain_text():
    runs = read_runs("Title: **bold** rest")
    assert to_html(cut(runs, 7)) == "<b>bold</b> rest"
    assert to_html(cut(runs, 0, 6)) == "Title:"


@given(st.text(st.sampled_from("<>/bi*&;a'\" =script"), max_size=80))
@settings(deadline=None)
def test_html_of_any_text_holds_no_other_tags(text):
    html = to_html(read_runs(text))
    for tag in ("<b>", "</b>", "<i>", "</i>"):
        html = html.replace(tag, "")
    assert "<" not in html
    assert ">" not in html
