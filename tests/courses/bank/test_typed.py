"""Text as it is typed and as it is kept: plain stays plain, HTML stays HTML, nothing changes by looking at it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.bank.typed import as_kept, as_typed
from courses.questions.markup import cleaned


@pytest.mark.parametrize(
    ("html", "typed"),
    [
        ("", ""),
        ("18", "18"),
        ("<p>Que idade?</p>", "Que idade?"),
        ("<p>Um</p><p>Dois</p>", "Um\n\nDois"),
        ("<p>Um</p>\n<p>Dois</p>", "Um\n\nDois"),
        ("um<br>dois", "um\ndois"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("&lt;b&gt;x&lt;/b&gt;", "&lt;b&gt;x&lt;/b&gt;"),
        ("<b>x</b>", "<b>x</b>"),
        ('<p lang="fr">été</p>', '<p lang="fr">été</p>'),
        ("text<p>and a paragraph</p>", "text<p>and a paragraph</p>"),
        ('<img src="@@PLUGINFILE@@/a.png" alt="">', '<img src="@@PLUGINFILE@@/a.png" alt="">'),
    ],
)
def test_kept_html_is_edited_as_plain_text_where_it_is_nothing_more(html, typed):
    assert as_typed(html) == typed


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("", ""),
        ("  18 ", "18"),
        ("um\r\ndois", "um<br>dois"),
        ("um\n\ndois\ntrês", "<p>um</p><p>dois<br>três</p>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("se x<y e y>z", "se x&lt;y e y&gt;z"),
        ("<b>x</b>\n\ny", "<b>x</b>\n\ny"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
    ],
)
def test_typed_text_becomes_html(typed, html):
    assert as_kept(typed) == html


@pytest.mark.parametrize("html", ["<p>Que idade?</p>", "<p>a</p>\n<p>b</p>", "<ul><li>x</li></ul>", "a &lt; b", "", "<p>x <b>y</b></p>"])
def test_what_was_not_touched_stays_as_it_was(html):
    assert as_kept(as_typed(html), html) == html
    assert as_kept(as_typed(html).replace("\n", "\r\n") + "  ", html) == html


@settings(deadline=None)
@given(st.text(alphabet="<>/&;abpi \n\r\"'=é", max_size=80))
def test_looking_at_it_and_saving_changes_nothing(text):
    html = cleaned(as_kept(text))
    assert as_kept(as_typed(html), html) == html


@given(st.text(st.characters(exclude_characters="<>", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_plain_text_comes_back_as_it_was_typed(text):
    assert as_typed(as_kept(text)).split() == text.split() or "&" in text
