"""Addresses of drawings: what may stand in them, and how a key gets there."""

from collections.abc import Iterable
from hashlib import sha256
from re import compile as pattern
from uuid import UUID

from django.urls import reverse

KEY = "[0-9a-z-]{1,64}"
STRIPS = "(?:[0-9a-f]{32}-){0,23}[0-9a-f]{32}"
IS_KEY = pattern(f"{KEY}\\Z")
MOST_STRIPS = 24


def key_of(thing: object) -> str:
    """Return the key of a drawing for a UUID, a slug, or anything that has a text (hashed where it cannot stand in an address)."""
    text = thing.hex if isinstance(thing, UUID) else str(thing)
    return text if IS_KEY.match(text) else sha256(text.encode()).hexdigest()[:32]


def cover_url(thing: object) -> str:
    """Return the address of the band of a page (by its translation key) or of a video (by its block id)."""
    return reverse("cover", args=[key_of(thing)])


def cloth_url(things: Iterable[object]) -> str:
    """Return the address of the cloth of a course, or nothing where it has no module yet. Takes the translation keys of the modules."""
    keys = [UUID(str(thing)).hex for thing in things][:MOST_STRIPS]
    return reverse("cloth", args=["-".join(keys)]) if keys else ""
