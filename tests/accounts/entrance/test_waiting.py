"""How long to wait, in words of five languages."""

import pytest
from django.utils.translation import override

from accounts.entrance.waiting import in_words, mail_sentence, sentence


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (2, "2 seconds"), (59, "59 seconds"), (60, "1 minute"), (61, "2 minutes"), (119, "2 minutes"), (900, "15 minutes")],
)
def test_seconds_then_minutes_rounded_up(seconds, words):
    with override("en"):
        assert in_words(seconds) == words


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
@pytest.mark.parametrize("seconds", [0, 1, 2, 900, 1_000_000])
def test_the_sentences_can_be_said_in_every_language(language, seconds):
    with override(language):
        for words in (sentence(seconds), mail_sentence(seconds)):
            assert "%" not in words
            assert words.endswith(".")
            assert in_words(seconds) in words
