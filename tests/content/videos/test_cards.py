"""What a reader is told of a video before anything of it loads."""

from decimal import Decimal
from uuid import UUID

import pytest

from content.blocks.media import VideoBlock
from content.videos.cards import card_of

from .conftest import BLOCK, YOUTUBE

PAGE = UUID(int=9)


def told(language="pt", *, block_id=str(BLOCK), page_key=PAGE, **value):
    raw = {"title": "Sinais de alerta", "place": "youtube", "address": YOUTUBE, "minutes": 4, "megabytes": "9.1"} | value
    return card_of(VideoBlock().to_python(raw), block_id=block_id, page_key=page_key, language=language)


def test_a_hosted_video_costs_about_what_the_editor_states():
    card = told()
    assert (card.minutes, card.size, card.is_about, card.host) == (4, 9_100_000, True, "YouTube")
    assert card.url.endswith(f"/video/{PAGE}/{BLOCK}/")


def test_a_hosted_video_of_unknown_size_says_no_number():
    card = told(megabytes=None, minutes=None)
    assert (card.size, card.minutes, card.is_about) == (0, 0, False)
    assert card.is_playable


@pytest.mark.parametrize(
    "value", [{"place": "none"}, {"address": "https://example.org/x"}, {"address": None}, {"place": "own", "file": None}]
)
def test_a_video_that_is_nowhere_is_not_there_yet(value):
    card = told(**value)
    assert not card.is_playable
    assert card.url == ""
    assert card.size == 0


def test_an_own_file_is_measured_whatever_the_editor_states(paper):
    card = told(place="own", file=paper().pk, minutes=99, megabytes="500")
    assert (card.minutes, card.size, card.is_about) == (5, 9_140_000, False)
    assert card.host == ""


def test_an_own_file_that_does_not_say_its_length_is_as_long_as_the_editor_states(paper):
    assert told(place="own", file=paper(seconds=None).pk, minutes=6).minutes == 6


def test_a_file_that_no_browser_plays_is_no_video(paper):
    assert not told(place="own", file=paper(name="notas.pdf").pk).is_playable


def test_a_file_that_was_deleted_is_no_video(paper):
    file = paper()
    pk = file.pk
    file.delete()
    assert not told(place="own", file=pk).is_playable


def test_the_transcript_of_the_readers_language_comes_first():
    texts = [{"language": "fr", "text": "<p>Texte</p>"}, {"language": "es", "text": "<p>Texto</p>"}]
    assert told("es", transcripts=texts).transcript.code == "es"
    assert told("en", transcripts=texts).transcript.code == "fr"
    assert told("en").transcript is None


def test_captions_are_those_of_our_own_file_in_the_readers_language_first(paper):
    captions = [{"language": code, "file": paper(name=f"{code}.vtt").pk} for code in ("fr", "pt")]
    assert told("pt", place="own", file=paper().pk, captions=captions).captions == ["pt", "fr"]
    assert told("pt", captions=captions).captions == []


def test_without_a_page_or_an_id_there_is_nowhere_to_play_it():
    assert told(page_key=None).url == ""
    assert told(block_id="").url == ""
    assert told(block_id="not-an-id").url == ""


def test_the_size_stated_is_in_millions_of_bytes():
    assert told(megabytes=str(Decimal("11.2"))).size == 11_200_000
