"""Addresses at YouTube and Vimeo, read strictly: what is not surely a video of theirs is none."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

YOUTUBE_HOSTS = {"youtu.be", "youtube.com", "www.youtube.com", "m.youtube.com", "www.youtube-nocookie.com"}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
YOUTUBE_ID = re.compile(r"[\w-]{11}\Z", re.ASCII)
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([\w-]{11})/?\Z", re.ASCII)
VIMEO_PATH = re.compile(r"/(?:video/)?(\d{5,12})(?:/([0-9a-f]{6,16}))?/?\Z", re.ASCII)


class Hosted(NamedTuple):
    """A video that somebody else keeps: whom the reader will contact, the origin to frame, and the player's address."""

    host: str
    origin: str
    player: str


def hosted(place: str, address: str, language: str) -> Hosted | None:
    """Return where a hosted video plays, with captions in this language asked for, or None where the address is not of that place."""
    if place == "youtube":
        return _youtube(address, language)
    return _vimeo(address, language) if place == "vimeo" else None


def _youtube(address: str, language: str) -> Hosted | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.hostname not in YOUTUBE_HOSTS:
        return None
    if parts.hostname == "youtu.be":
        ident = parts.path.strip("/")
    elif match := YOUTUBE_PATH.match(parts.path):
        ident = match[1]
    else:
        ident = parse_qs(parts.query).get("v", [""])[0]
    if not YOUTUBE_ID.match(ident):
        return None
    origin = "https://www.youtube-nocookie.com"
    options = urlencode({"hl": language, "cc_lang_pref": language, "cc_load_policy": 1, "rel": 0})
    return Hosted("YouTube", origin, f"{origin}/embed/{ident}?{options}")


def _vimeo(address: str, language: str) -> Hosted | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    match = VIMEO_PATH.match(parts.path) if parts.hostname in VIMEO_HOSTS else None
    if match is None:
        return None
    secret = match[2] or parse_qs(parts.query).get("h", [""])[0]
    options = {"dnt": 1, "texttrack": language} | ({"h": secret} if secret else {})
    origin = "https://player.vimeo.com"
    return Hosted("Vimeo", origin, f"{origin}/video/{match[1]}?{urlencode(options)}")
