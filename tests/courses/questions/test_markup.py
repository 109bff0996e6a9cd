"""HTML inside questions: hostile input comes out harmless, pictures of the question's own stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.questions.markup import as_html, cleaned, picture_names, plain, says_something, shown

PICTURE = '<img src="@@PLUGINFILE@@/map.png" alt="A map">'


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="//evil.example/x">x</a>',
        '<svg onload="alert(1)"><script>1</script></svg>',
        '<iframe src="https://evil.example"></iframe>',
        '<p style="background:url(javascript:1)" onclick="x()">x</p>',
        '<img src="https://evil.example/track.png">',
        '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
        '<form action="/x"><input name="y"></form>',
        "<<script>script>alert(1)<</script>/script>",
        '<math><mtext><table><mglyph><style><img src=x onerror="1">',
    ],
)
def test_hostile_html_is_made_harmless(html):
    clean = cleaned(html)
    for bad in (
        "<script",
        "onerror=",
        "onclick",
        "onload=",
        "javascript:",
        "evil.example",
        "<img",
        "<iframe",
        "<form",
        "<input",
        "<svg",
        "style",
    ):
        assert bad not in clean.replace("&lt;", "&lt; ")


def test_an_own_picture_stays_and_another_gives_its_words():
    assert cleaned(PICTURE, ["map.png"]) == PICTURE
    assert cleaned(PICTURE, ["other.png"]) == "A map"
    assert (
        cleaned('<img src="@@PLUGINFILE@@/a%20b/my%20map.png" alt="">', ["my map.png"]) == '<img src="@@PLUGINFILE@@/my%20map.png" alt="">'
    )
    assert cleaned(PICTURE, ["map-2.png"], {"map.png": "map-2.png"}).startswith('<img src="@@PLUGINFILE@@/map-2.png"')


def test_picture_names_are_read_back():
    assert picture_names(f'<p>{PICTURE}</p><img src="@@PLUGINFILE@@/my%20map.png"><img src="/x.png">') == ["map.png", "my map.png"]


def test_pictures_are_shown_at_their_addresses_or_as_words():
    assert shown(PICTURE, {"map.png": "/p/1/"}) == '<img src="/p/1/" alt="A map" loading="lazy">'
    assert shown(PICTURE, {}) == "A map"
    assert shown("<p>no picture</p>", {}) == "<p>no picture</p>"


def test_tables_indices_and_languages_stay():
    html = '<table><tbody><tr><td colspan="2">H<sub>2</sub>O</td></tr></tbody></table><p lang="fr">été</p>'
    assert cleaned(html) == html


def test_boxes_and_headings_become_paragraphs():
    assert cleaned('<div class="x"><h2>One</h2><div>Two</div></div>') == "<p>One</p><p>Two</p>"


def test_a_link_keeps_a_safe_address():
    assert 'href="https://ilo.org/c138"' in cleaned('<a href="https://ilo.org/c138" target="_top">C138</a>')


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="<>/=\"'&;abp img src@PLUGINFE onerror div\n\u00e9", max_size=200))
def test_cleaning_twice_is_cleaning_once_and_never_raises(text):
    once = cleaned(text, ["a.png"])
    assert cleaned(once, ["a.png"]) == once
    assert "<script" not in once
    plain(once)


def test_words_alone_are_in_one_line():
    assert plain("<p>One</p><p>two &amp; three<br>four</p>") == "One two & three four"
    assert as_html(" a < b\nc & d ") == "a &lt; b<br>c &amp; d"


@pytest.mark.parametrize(("html", "is_so"), [("", False), ("<p>&nbsp;</p>", False), ("<br>", False), ("x", True), (PICTURE, True)])
def test_saying_something_is_words_or_a_picture(html, is_so):
    assert says_something(html) is is_so
