"""Similar practices at the foot of a record."""

from datetime import UTC, datetime

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from pyroaring import BitMap

from content.audience.actions import set_level
from content.likeness.actions import sketch
from content.likeness.neighbours import SHOWN, similar_to
from content.likeness.views import warn_editor
from content.likeness.weighing import near, telling_stems
from content.shelves.actions import hide, shelve
from tests.factories.practices import practice

NOW = datetime(2026, 3, 3, tzinfo=UTC)


def like(page, user=None, language="pt"):
    return [one.title for one in similar_to(key=page.translation_key, title=page.title, language=language, user=user)]


@pytest.fixture
def practices(shelf, stranger):
    """Return five practices: two about the harvest, one of another theme, two of the first's theme."""
    made = {
        "coffee": practice("Escola e colheita do café", themes="education-training", countries="AO", summary="Colheita do café."),
        "cocoa": practice("Colheita do cacau", themes="education-training", countries="ST", summary="Colheita do cacau."),
        "boats": practice("Barcos no lago", themes="labour-inspection", countries="MZ", summary="Pesca."),
        "lists": practice("Lista perigosa", themes="law-policy", countries="BR", summary="Lei."),
    }
    shelve(keys=[page.translation_key for page in made.values()])
    return made


def test_what_shares_words_and_themes_comes_first_and_never_the_practice_itself(practices, stranger):
    found = like(practices["coffee"], stranger)
    assert found[0] == "Colheita do cacau"
    assert practices["coffee"].title not in found


def test_a_practice_that_is_hidden_is_similar_to_none(practices, stranger):
    hide(key=practices["cocoa"].translation_key)
    practices["cocoa"].unpublish()
    assert "Colheita do cacau" not in like(practices["coffee"], stranger)


def test_what_one_may_not_read_is_not_shown(practices, shelf, stranger, learner):
    set_level(translation_key=shelf["pt"].translation_key, level="members", now=NOW)
    assert like(practices["coffee"], stranger) == []
    assert like(practices["coffee"], learner)


def test_the_readers_language_is_preferred_and_another_is_named(practices, stranger):
    french = practice("Récolte du cacao", language="fr", themes="education-training", translation_of=practices["cocoa"])
    shelve(keys=[french.translation_key])
    key, title = practices["coffee"].translation_key, practices["coffee"].title
    one = similar_to(key=key, title=title, language="fr", user=stranger)[0]
    assert (one.title, one.code) == ("Récolte du cacao", "")
    other = similar_to(key=key, title=title, language="es", user=stranger)[0]
    assert other.code in {"pt", "fr"}


def test_a_practice_that_the_index_does_not_know_has_none(shelf, stranger):
    assert like(practice(), stranger) == []


def test_the_cost_is_the_same_with_one_other_and_with_many(practices, stranger, django_assert_max_num_queries):
    like(practices["coffee"], stranger)
    with django_assert_max_num_queries(6):
        like(practices["coffee"], stranger)
    shelve(keys=[practice("Colheita", themes="education-training").translation_key for _number in range(6)])
    like(practices["coffee"], stranger)
    with django_assert_max_num_queries(6):
        assert len(like(practices["coffee"], stranger)) == SHOWN


def test_the_foot_of_the_record_shows_them_once_the_index_has_read_them(client, practices):
    url = practices["coffee"].get_url()
    first = client.get(url).content.decode()
    assert "Colheita do cacau" in first.partition('id="similar"')[2]
    new = practice("Colheita do algodão", themes="education-training", countries="AO", summary="Colheita do algodão.")
    shelve(keys=[new.translation_key])
    assert "Colheita do algodão" in client.get(url).content.decode().partition('id="similar"')[2]


def test_an_editor_is_told_of_a_copy_after_she_has_saved(client, practices, editor, rf):
    sketch(pages=[page.pk for page in practices.values()])
    copy = practice("Barcos no lago", live=False)
    request = rf.get("/")
    request.user, request.session = editor, {}
    request._messages = FallbackStorage(request)
    warn_editor(request, copy)
    assert ["Barcos no lago" in str(message) for message in request._messages] == [True]
    warn_editor(request, practices["lists"])
    assert len(list(request._messages)) == 1


def test_telling_stems_are_those_said_most_without_the_small_words():
    assert list(telling_stems("a inspec inspec 2024 do escol", ["escol"])) == ["escol", "inspec"]
    assert len(telling_stems(" ".join(f"word{number}" for number in range(100)))) == 40


def test_what_few_share_counts_more_than_what_many_share():
    seen = BitMap(range(1, 1001))
    words = {"common": (1.0, BitMap(range(1, 900))), "rare": (1.0, BitMap([1, 7]))}
    assert near(1, words=words, facts={}, seen=seen, most=1) == [7]
    assert near(1, words={}, facts={"theme:1": BitMap([1, 5]), "country:2": BitMap([1, 9])}, seen=seen, most=2) == [5, 9]


def test_what_all_share_tells_nothing():
    seen = BitMap([1, 2, 3])
    assert near(1, words={"all": (1.0, seen)}, facts={"theme:1": seen}, seen=seen, most=3) == []
