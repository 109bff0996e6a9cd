"""The addresses in a page's fields."""

import pytest

from content.links.reading import DEEPEST, LONGEST, LONGEST_TEXT, MOST, addresses_in, tidy


def test_addresses_are_found_in_rich_text_in_blocks_and_in_plain_fields():
    value = {
        "lead": "Nada aqui: http://no.example mas só em texto",
        "body": '[{"type": "prose", "value": "<p><a href=\\"https://in.json/\\">x</a></p>"}]',
        "odd": '[{"not closed',
        "text": '<p><a href="https://ilo.example/a?b=1&amp;c=2#part">x</a> <a linktype="page" id="12">y</a></p>',
        "blocks": [{"value": {"address": "https://video.example/1"}}, ("HTTP://Upper.example/",)],
        "number": 3,
    }
    assert addresses_in(value) == {
        "https://in.json/",
        "https://ilo.example/a?b=1&c=2",
        "page:12",
        "https://video.example/1",
        "HTTP://Upper.example/",
    }


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "mailto:a@example.org",
        "/relative",
        "ftp://example.org/",
        "http://",
        "http://[::1",
        "http://example.org:99999/",
        "http://exa mple.org/",
        "http://example.org/\nHost: inner",
        "http://example.org/" + "x" * LONGEST,
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_left_alone(address):
    assert tidy(address) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a HREF='https://one.example/'>x</a>", {"https://one.example/"}),
        ('<a href="https://one.example/#a">x</a> <a href="https://one.example/#b">y</a>', {"https://one.example/"}),
        ('<a data-href="https://no.example/">x</a>', set()),
        ('<a linktype="document" id="3">x</a>', set()),
        ('<a id="007" linktype="page">x</a>', {"page:7"}),
        ('<a linktype="page" id="99999999999999">x</a>', set()),
        ("  https://alone.example/x  ", {"https://alone.example/x"}),
        ("https://not.example/ alone", set()),
        ('<a href="">x</a>', set()),
        ('<a href="HTTPS://Big.example:443/A">x</a>', {"HTTPS://Big.example:443/A"}),
    ],
)
def test_which_words_are_links(text, expected):
    assert addresses_in(text) == expected


@pytest.mark.parametrize("value", [None, 3, True, b"https://bytes.example/", {1, 2}, {"a": None}, [], "[{", "[{}]"])
def test_what_holds_no_text_holds_no_links(value):
    assert addresses_in(value) == set()


def test_boxes_in_boxes_are_opened_to_a_reasonable_depth():
    def boxed(levels):
        value = "https://deep.example/"
        for _level in range(levels):
            value = {"value": [value]}
        return value

    assert addresses_in(boxed(DEEPEST // 2)) == {"https://deep.example/"}
    assert addresses_in(boxed(DEEPEST)) == set()
    assert addresses_in('[{"a":' + '[{"a":' * 300 + '"x"' + "}]" * 301) == set()
    assert addresses_in('[{"a":' * 100_000) == set()


def test_a_text_beyond_all_measure_is_read_in_part():
    link = '<a href="https://late.example/">x</a>'
    assert addresses_in("x" * LONGEST_TEXT + link) == set()
    assert addresses_in("x" * (LONGEST_TEXT - len(link)) + link) == {"https://late.example/"}


def test_a_page_full_of_links_is_bounded():
    assert len(addresses_in([f"https://example.org/{number}" for number in range(MOST * 2)])) == MOST


def test_a_hostile_text_is_read_in_no_time():
    assert addresses_in("<a " + "linktype=" * 200_000) == set()
    assert addresses_in(' href="' * 100_000) == set()
