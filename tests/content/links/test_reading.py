"""The addresses in a page's fields."""

import pytest

from content.links.reading import LONGEST, MOST, addresses_in, tidy


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


def test_a_page_full_of_links_is_bounded():
    assert len(addresses_in([f"https://example.org/{number}" for number in range(MOST * 2)])) == MOST


def test_a_hostile_text_is_read_in_no_time():
    assert addresses_in("<a " + "linktype=" * 200_000) == set()
    assert addresses_in(' href="' * 100_000) == set()
