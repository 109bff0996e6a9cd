"""The page that plays one video."""

from uuid import uuid4

import pytest
from django.utils import timezone

from content.audience.actions import set_level

from .conftest import BLOCK


def address(page, language="pt", tail=""):
    return f"/{language}/video/{page.translation_key}/{BLOCK}/{tail}"


def frames(answer) -> str:
    policy = answer["Content-Security-Policy"]
    return next(part.strip() for part in policy.split(";") if part.strip().startswith("frame-src"))


def test_a_hosted_video_asks_before_it_contacts_anybody(client, video_page):
    answer = client.get(address(video_page()))
    assert answer.status_code == 200
    assert "youtube.com" not in answer.text
    assert "youtube-nocookie" not in answer.text
    assert "<iframe" not in answer.text
    assert 'href="?play"' in answer.text
    assert "YouTube" in answer.text
    assert frames(answer) == "frame-src 'self'"


def test_once_asked_for_it_is_framed_by_that_answer_only(client, video_page):
    page = video_page()
    answer = client.get(address(page, tail="?play"))
    assert 'src="https://www.youtube-nocookie.com/embed/abc_DEF-123?' in answer.text
    assert frames(answer) == "frame-src 'self' https://www.youtube-nocookie.com"
    assert frames(client.get(address(page))) == "frame-src 'self'"
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_each_host_is_framed_alone(client, video_page):
    page = video_page(place="vimeo", address="https://vimeo.com/123456789")
    assert frames(client.get(address(page, tail="?play"))) == "frame-src 'self' https://player.vimeo.com"


def test_an_own_file_plays_here_with_its_captions_and_loads_nothing_before(client, video_page, paper):
    captions = [{"language": "fr", "file": paper(name="fr.vtt").pk}, {"language": "pt", "file": paper(name="pt.vtt").pk}]
    page = video_page(place="own", address="", file=paper().pk, captions=captions)
    answer = client.get(address(page))
    assert 'preload="none"' in answer.text
    assert 'type="video/mp4"' in answer.text
    assert answer.text.count("<track ") == 2
    assert answer.text.count(" default>") == 1
    assert "<iframe" not in answer.text


def test_the_transcripts_are_all_there_in_their_languages(client, video_page):
    texts = [{"language": "fr", "text": "<p>Texte entier</p>"}, {"language": "pt", "text": "<p>Texto inteiro</p>"}]
    answer = client.get(address(video_page(transcripts=texts)))
    assert '<div class="prose" lang="fr"><p' in answer.text
    assert answer.text.index("Texto inteiro") < answer.text.index("Texte entier")


def test_a_page_that_is_not_translated_plays_its_video_under_every_language(client, video_page):
    page = video_page()
    for language in ("pt", "pt-br", "en", "es", "fr"):
        assert client.get(address(page, language)).status_code == 200


def test_each_language_plays_its_own_video(client, video_page):
    portuguese = video_page(title="Em português")
    french = video_page(under="fr", title="En français", page={"translation_of": portuguese})
    assert "En français" in client.get(address(french, "fr")).text
    assert "Em português" in client.get(address(french, "pt-br")).text


def test_what_cannot_be_played_is_not_found(client, video_page):
    page = video_page(place="none")
    assert client.get(address(page)).status_code == 404
    assert client.get(f"/pt/video/{page.translation_key}/{uuid4()}/").status_code == 404
    assert client.get(f"/pt/video/{uuid4()}/{BLOCK}/").status_code == 404
    assert client.get("/pt/video/x/y/").status_code == 404


def test_a_draft_plays_nothing(client, video_page):
    assert client.get(address(video_page(page={"live": False}))).status_code == 404


def test_a_video_for_members_leads_a_stranger_to_the_door(client, video_page):
    page = video_page()
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    for language in ("pt", "en", "fr"):
        answer = client.get(address(page, language, "?play"))
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_a_title_of_hostile_signs_is_text(client, video_page):
    answer = client.get(address(video_page(title='"><script>alert(1)</script>'), tail="?play"))
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_playing_changes_nothing(client, video_page):
    page = video_page()
    assert client.post(address(page)).status_code == 405
    assert client.head(address(page)).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_player_asks_the_same_number_of_questions_however_many_captions(
    client, video_page, paper, count, django_assert_max_num_queries
):
    captions = [{"language": code, "file": paper(name=f"{code}.vtt").pk} for code in ("fr", "pt", "es")[:count]]
    page = video_page(place="own", address="", file=paper().pk, captions=captions)
    client.get(address(page))
    with django_assert_max_num_queries(8):
        client.get(address(page))


def test_the_way_back_stays_under_the_readers_language(client, video_page):
    page = video_page(page={"title": "Conceitos"})
    assert 'href="/pt-br/conceitos/"' in client.get(address(page, "pt-br")).text
    assert 'href="/pt/conceitos/"' in client.get(address(page)).text
