"""What an address asks, and the address of what is asked."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from content.library.asking import Asked, asked_by
from content.library.choices import FACETS


def test_everything_is_read_and_written_in_one_order():
    asked = Asked.read(QueryDict("page=3&sort=title&country=BR&country=ao&theme=x&q=trabalho+infantil&other=1"))
    assert asked.text == "trabalho infantil"
    assert asked.values == {"country": ("br", "ao"), "theme": ("x",)}
    assert (asked.sort, asked.page, asked.order) == ("title", 3, "title")
    assert asked.query == "q=trabalho+infantil&country=br&country=ao&theme=x&sort=title"
    assert asked_by(asked.query).query == asked.query


@given(st.dictionaries(st.sampled_from([*FACETS, "q", "sort", "page"]), st.lists(st.text(), max_size=3)))
def test_whatever_is_asked_comes_back_the_same(given_values):
    data = QueryDict(mutable=True)
    for name, values in given_values.items():
        data.setlist(name, values)
    asked = Asked.read(data)
    assert asked_by(asked.query).query == asked.query
    assert 1 <= asked.page <= 100_000
    assert len(asked.text) <= 200


def test_too_much_is_cut_and_repetition_counted_once():
    asked = Asked.read(QueryDict("&".join(f"year={number}" for number in range(500)) + "&country=br&country=BR&q=" + "a" * 9999))
    assert len(asked.values["year"]) == 20
    assert asked.values["country"] == ("br",)
    assert len(asked.text) == 200


@pytest.mark.parametrize("word", ["0", "-1", "x", "9" * 30, "²", "1.5", ""])
def test_a_page_that_is_none_is_the_first(word):
    assert Asked.read(QueryDict(f"page={word}")).page == 1


def test_signs_that_cannot_be_seen_are_spaces():
    assert Asked.read(QueryDict("q=a%00b%0Ac%E2%80%AEd&theme=%00")).text == "a b c d"
    assert Asked.read(QueryDict("theme=%00")).values == {}


def test_the_order_follows_from_the_words_where_none_is_named():
    assert Asked.read(QueryDict("")).order == "newest"
    assert Asked.read(QueryDict("q=x")).order == "relevance"
    assert Asked.read(QueryDict("sort=relevance")).order == "newest"
    assert Asked.read(QueryDict("sort=drop table")).order == "newest"


@pytest.mark.parametrize(
    "text", ['"travail des enfants"', "“travail des enfants”", "«travail des enfants»", 'x « travail des enfants » y ""']
)
def test_what_stands_in_quotes_is_a_phrase(text):
    assert Asked(text).phrases == ["travail des enfants"]


def test_questions_are_narrowed_and_widened():
    asked = Asked("x", {"country": ("br",), "theme": ("t",)}, "title", 4)
    assert asked.with_value("country", "ao").values["country"] == ("br", "ao")
    assert asked.with_value("country", "br") is asked
    assert asked.with_value("year", "2020").page == 1
    assert asked.only("country", "ao").values["country"] == ("ao",)
    assert asked.without("country", "br").values == {"theme": ("t",)}
    assert asked.without("country", "zz").values["country"] == ("br",)
    assert asked.without("theme").values == {"country": ("br",)}
    assert asked.without("q").text == ""
    assert asked.alone("theme") == Asked("", {"theme": ("t",)}, "title", 1)
    assert asked.alone("q").values == {}
    assert asked.sorted_by("newest").sort == "newest"
    assert asked.is_narrowed
    assert not Asked(sort="title").is_narrowed
