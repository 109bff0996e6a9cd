"""The signed moment in a form."""

from datetime import timedelta

import pytest
from django.core import signing

from forums.brakes.trap import FASTEST, SALT, is_ours, stamp, was_too_fast
from tests.factories.forums import NOW

FORGED = ["", "x", "a:b:c", "\x00", "9" * 500, signing.dumps(1)]
ODD = [signing.dumps("now", salt=SALT), signing.dumps(10**30, salt=SALT), signing.dumps(None, salt=SALT)]


@pytest.mark.parametrize("seconds", [0, 1, FASTEST - 1, FASTEST, 60, 10**7])
def test_three_seconds_are_enough(seconds):
    assert was_too_fast(stamp(NOW), NOW + timedelta(seconds=seconds)) is (seconds < FASTEST)


@pytest.mark.parametrize("word", FORGED, ids=[str(number) for number in range(len(FORGED))])
def test_a_word_that_is_not_ours_counts_as_too_fast(word):
    assert not is_ours(word)
    assert was_too_fast(word, NOW)


@pytest.mark.parametrize("word", ODD, ids=[str(number) for number in range(len(ODD))])
def test_a_word_of_ours_that_is_no_moment_counts_as_too_fast(word):
    assert was_too_fast(word, NOW)


def test_our_word_is_known_again_however_old():
    assert is_ours(stamp(NOW - timedelta(days=400)))
