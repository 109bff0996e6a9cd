"""What differs between two versions, field by field and word by word."""

from time import process_time

import pytest
from django.utils.translation import override

from content.practices.choices import FACT_FIELDS, PROSE
from content.versions.comparing import LONGEST, differences, label_of, marked, said


def test_only_what_differs_is_told_in_the_order_of_the_later():
    found = differences({"title": "A", "summary": "s", "gone": "x"}, {"summary": "t", "title": "A", "new": "y"})
    assert [str(one.label) for one in found] == [str(label_of("summary")), "new", "gone"]


def test_words_are_struck_through_and_underlined():
    assert marked("a b c", "a d c") == "a <del>b </del><ins>d </ins>c"
    assert marked("", "a") == "<ins>a</ins>"
    assert marked("a", "") == "<del>a</del>"


def test_signs_of_markup_are_shown_not_run():
    assert "<script>" not in marked("<script>", "<b>x</b>")


def test_a_very_long_text_is_shown_before_and_after():
    long = "word " * (LONGEST + 1)
    assert marked(long, "short").endswith("<ins>short</ins>")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>a</p><p>b &amp; c</p>", "a\nb & c"),
        (["BR", "MZ"], "BR\nMZ"),
        ([{"country": "BR", "role": "offering"}], "BR · offering"),
        ({"id": "x", "title": "t"}, "t"),
        (None, ""),
        (False, ""),
        (2019, "2019"),
    ],
)
def test_every_value_has_words(value, text):
    assert said(value) == text


def test_contacts_are_said_to_have_changed_and_no_more():
    [found] = differences({"contacts": [{"email": "a@example.org"}]}, {"contacts": []})
    assert found.html is None


def test_space_around_a_word_is_no_difference():
    assert marked("a b", "a  b\nc") == "a  b\n<ins>c</ins>"
    assert marked("one two.", "one two. Three.") == "one two. <ins>Three.</ins>"


def test_lines_stay_lines():
    assert marked("a\nb", "a\nc") == "a\n<del>b</del><ins>c</ins>"


def test_the_same_differs_in_nothing():
    assert differences({"title": "A", "themes": []}, {"themes": [], "title": "A"}) == []


def test_everything_that_may_change_has_a_name_for_readers():
    names = ("title", "lead", "summary", "author", "institution", *PROSE, *FACT_FIELDS, "acronyms", "building_blocks")
    facts = ("countries", "themes", "targets", "instruments", "amounts", "contacts", "materials", "pictures")
    assert [name for name in (*names, *facts) if label_of(name) == name] == []


def test_a_consent_that_was_given_is_a_yes():
    with override("en"):
        [found] = differences({"contacts_consent": False}, {"contacts_consent": True})
    assert found.html == "<ins>yes</ins>"


@pytest.mark.parametrize(
    "value", ["<script>x</script>", ["<img src=x onerror=y>"], [{"title": "<svg onload=x>"}], {"what": "<p>&lt;b&gt;</p>"}]
)
def test_hostile_values_are_text(value):
    [found] = differences({"field": None}, {"field": value})
    assert "<" not in found.html.removeprefix("<ins>").removesuffix("</ins>")


def test_a_field_that_only_an_older_version_had_is_struck_through():
    [found] = differences({"gone": "words"}, {})
    assert found.html == "<del>words</del>"


@pytest.mark.parametrize("step", [1, 7, 30])
def test_long_texts_are_compared_in_a_moment(step):
    before = " ".join(f"w{number % (LONGEST // step)}" for number in range(LONGEST))
    after = " ".join(f"w{number * 31 % (LONGEST // step)}" for number in range(LONGEST))
    began = process_time()
    assert marked(before, after)
    assert process_time() - began < 1.5
