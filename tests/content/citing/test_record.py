"""What a record knows of itself, from its own values alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.citing.record import Part, plain
from tests.content.citing.conftest import record


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("solto", "solto"),
        ("<p>a <b>b</b>  c</p>", "a b c"),
        ("<p>a</p><P>b</P>", "a\nb"),
        ("<ol><li>a</li><li>b</li></ol><p>c</p>", "a\nb\nc"),
        ("a<br>b<br />c", "a\nb\nc"),
        ("<p>a</p>\n\n<p> </p><p>b</p>", "a\nb"),
        ("<p>&lt;script&gt;x&lt;/script&gt; &amp;amp;</p>", "<script>x</script> &amp;"),
        ('<p>ver <a href="https://example.org/?a=1&amp;b=2">aqui</a>.</p>', "ver aqui."),
        ("<p>1 &lt; 2 e 3 &gt; 2</p>", "1 < 2 e 3 > 2"),
        ("<p>100\xa0000&nbsp;USD</p>", "100 000 USD"),
    ],
)
def test_html_is_read_as_lines(html, text):
    assert plain(html) == text
    assert Part("results", "Resultados", html).text == text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_no_line_of_a_text_is_empty_or_has_spaces_around_it(html):
    assert all(line and line == line.strip() for line in plain(html).split("\n") if plain(html))


@pytest.mark.parametrize(
    ("author", "institution", "creators"),
    [
        ("Ana; Rui", "Inspeção", ("Ana", "Rui")),
        ("Ana ;; Rui;", "", ("Ana", "Rui")),
        ("Unidade de\n Fiscalização", "", ("Unidade de Fiscalização",)),
        (" ; ", " Inspeção ", ("Inspeção",)),
        ("", " ", ()),
    ],
)
def test_whoever_wrote_it_is_named_whole_else_the_institution(author, institution, creators):
    assert record(author=author, institution=institution).creators == creators


@pytest.mark.parametrize(
    ("rendering", "original", "is_translation"),
    [("original", "", False), ("original", "pt", False), ("original", "fr", True), ("machine", "pt", True), ("official", "", True)],
)
def test_a_text_is_a_translation_if_it_says_so_or_was_written_in_another_language(rendering, original, is_translation):
    assert record(rendering=rendering, original_language=original).is_translation is is_translation
