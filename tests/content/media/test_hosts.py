"""Addresses at YouTube and Vimeo, read strictly."""

import pytest

from content.media.hosts import hosted

ID = "abc_DEF-123"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?list=x&v={ID}&t=30s",
        f"https://m.youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}?si=xyz",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube.com/shorts/{ID}/",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube-nocookie.com/embed/{ID}",
    ],
)
def test_a_video_at_youtube_plays_where_no_cookie_is_set(address):
    found = hosted("youtube", address, "fr")
    assert found.host == "YouTube"
    assert found.origin == "https://www.youtube-nocookie.com"
    assert found.player.startswith(f"https://www.youtube-nocookie.com/embed/{ID}?")
    assert "cc_lang_pref=fr" in found.player


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={ID}x",
        f"https://www.youtube.com.evil.example/watch?v={ID}",
        f"https://evil.example/watch?v={ID}",
        f"https://evil.example/?u=https://youtu.be/{ID}",
        "https://youtu.be/abc%22onload=x",
        f"javascript:alert('{ID}')",
        "https://[broken",
        "https://vimeo.com/123456789",
    ],
)
def test_what_is_not_surely_a_video_there_is_none(address):
    assert hosted("youtube", address, "pt") is None


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&texttrack=pt"),
        ("https://player.vimeo.com/video/123456789", "https://player.vimeo.com/video/123456789?dnt=1&texttrack=pt"),
        ("https://vimeo.com/123456789/abcdef0123", "https://player.vimeo.com/video/123456789?dnt=1&texttrack=pt&h=abcdef0123"),
    ],
)
def test_a_video_at_vimeo_plays_without_being_tracked(address, player):
    assert hosted("vimeo", address, "pt").player == player


@pytest.mark.parametrize("address", ["", "https://vimeo.com/about", "https://vimeo.com/12", "https://evil.example/123456789", "https://[x"])
def test_what_is_not_surely_at_vimeo_is_none(address):
    assert hosted("vimeo", address, "pt") is None


def test_a_secret_in_the_address_cannot_add_options():
    found = hosted("vimeo", "https://vimeo.com/123456789?h=a%26autoplay%3D1", "pt")
    assert "autoplay=1" not in found.player
    assert found.player.endswith("h=a%26autoplay%3D1")


def test_other_places_have_no_host():
    assert hosted("none", f"https://youtu.be/{ID}", "pt") is None
    assert hosted("own", f"https://youtu.be/{ID}", "pt") is None
