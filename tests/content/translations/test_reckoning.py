"""How a text stands to its original: worked out from rows alone."""

from datetime import UTC, datetime, timedelta

import pytest

from content.translations.choices import State
from content.translations.reckoning import Managed, Text, judge, missing_words, original_of

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)
LANGUAGES = ["pt", "en", "es", "fr"]


def day(number):
    return DAY + timedelta(days=number)


def text(language, *, published=0, first=0, rendering="original", original="", is_held=True, by=None):
    return Text(
        id=LANGUAGES.index(language) + 1,
        language=language,
        is_held=is_held,
        published_at=day(published),
        first_at=day(first),
        by=by,
        rendering=rendering,
        original_language=original,
    )


def test_the_original_is_what_calls_itself_so():
    texts = [text("pt", rendering="unofficial", original="es"), text("es", first=3)]
    assert original_of(texts, LANGUAGES).language == "es"


def test_of_several_that_call_themselves_original_the_oldest_then_the_first_language_is_it():
    assert original_of([text("fr", first=2), text("en", first=1)], LANGUAGES).language == "en"
    assert original_of([text("fr"), text("en")], LANGUAGES).language == "en"


def test_where_the_original_is_not_held_the_oldest_text_stands_for_it():
    texts = [text("pt", rendering="unofficial", original="es", first=2), text("en", rendering="unofficial", original="es", first=1)]
    assert original_of(texts, LANGUAGES).language == "en"


def test_an_alias_is_no_original():
    assert original_of([text("pt", is_held=False)], LANGUAGES) is None


@pytest.mark.parametrize("there", [None, text("fr", is_held=False)])
def test_without_a_text_of_its_own_a_language_is_missing_since_the_original_came_out(there):
    verdict = judge(there, text("pt", first=2, by=7), None, day(9))
    assert (verdict.state, verdict.since, verdict.by) == (State.MISSING, day(2), 7)


def test_by_their_days_a_text_is_stale_when_the_original_was_published_after_it():
    verdict = judge(text("fr", published=3, by=8), text("pt", published=5, by=7), None, day(9))
    assert (verdict.state, verdict.since, verdict.by, verdict.changed) == (State.STALE, day(5), 7, 0)
    verdict = judge(text("fr", published=6, by=8), text("pt", published=5, by=7), None, day(9))
    assert (verdict.state, verdict.since, verdict.by) == (State.CURRENT, day(6), 8)


def test_by_their_words_a_text_is_stale_while_passages_have_none_whatever_the_days_say():
    verdict = judge(text("fr", published=8), text("pt", published=5, by=7), Managed(2, day(3)), day(9))
    assert (verdict.state, verdict.since, verdict.changed, verdict.by) == (State.STALE, day(5), 2, 7)


def test_an_original_published_again_without_another_word_leaves_its_translations_current():
    verdict = judge(text("fr", published=3), text("pt", published=5), Managed(0, day(2)), day(9))
    assert (verdict.state, verdict.since) == (State.CURRENT, day(3))


def test_words_that_wait_to_be_published_leave_the_page_stale():
    assert judge(text("fr", published=3), text("pt", published=2), Managed(0, day(4)), day(9)).state == State.STALE


def test_passages_are_counted_by_their_place_and_words():
    assert missing_words([("title", "Olá"), ("body", "um"), ("body", "dois")], {("title", "Olá"): 1, ("body", "um"): 1}) == 1
    assert missing_words([("title", "Olá")], {("body", "Olá"): 1}) == 1
