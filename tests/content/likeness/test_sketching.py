"""Sketches of texts: what is the same looks the same, what is not does not."""

import random

import pytest

from content.likeness.sketching import LONGEST, PLACES, bands_of, packed, share, sketch_of, title_key, unpacked

WORDS = [f"palavra{number}" for number in range(400)]


def text(seed, length=600):
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def test_the_same_text_is_the_same_whatever_its_accents_capitals_and_signs():
    plain = sketch_of("A inspecao do trabalho foi a aldeia e falou com as familias dos pescadores.")
    dressed = sketch_of("A Inspeção do Trabalho foi à aldeia, e falou com as famílias dos pescadores!")
    assert plain == dressed
    assert share(plain, dressed) == 1


def test_other_texts_have_little_in_common():
    assert share(sketch_of(text(1)), sketch_of(text(2))) < 0.15


@pytest.mark.parametrize("seed", range(12))
def test_a_text_of_which_a_tenth_was_written_anew_shares_a_band(seed):
    one = text(seed)
    other = one[: int(len(one) * 0.9)] + text(seed + 100, 60)
    a, b = sketch_of(one), sketch_of(other)
    assert share(a, b) > 0.5
    assert set(bands_of(a)) & set(bands_of(b))


def test_a_short_text_has_no_sketch_and_is_like_nothing():
    assert sketch_of("Too few words to tell") == ()
    assert sketch_of("") == ()
    assert share((), ()) == 0
    assert bands_of(()) == []


def test_a_text_of_few_runs_fills_all_places():
    assert len(sketch_of(text(1, 14))) == PLACES


def test_bands_fit_a_database_and_a_sketch_comes_back_from_its_bytes():
    places = sketch_of(text(3))
    assert len(bands_of(places)) == 12
    assert all(-(2**63) <= band < 2**63 for band in bands_of(places))
    assert unpacked(packed(places)) == places
    assert unpacked(b"") == ()


def test_a_text_without_end_is_read_to_a_limit():
    assert sketch_of(text(4, LONGEST // 4)) == sketch_of(text(4, LONGEST // 4)[:LONGEST])


def test_titles_are_the_same_but_for_accents_capitals_and_signs():
    assert title_key("Calendário das colheitas!") == title_key("calendario  das Colheitas") == "calendario das colheitas"
    assert title_key("—") == ""
