"""Lines that say where a text comes from: "Unofficial translation. Original document in Spanish.", in four languages."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

READ_IN = ("pt", "en", "es", "fr")
TRANSLATION = re.compile(r"\b(?:translation|traduction|traducción|tradução|traduccion|traducao)\b", re.IGNORECASE)
ORIGINAL = re.compile(r"\borigina(?:l|le|ux|is|les)\b", re.IGNORECASE)
UNOFFICIAL = re.compile(r"\b(?:unofficial|non[- ]official|non[- ]officielle|no[- ]oficial|não[- ]oficial|nao[- ]oficial)\b", re.IGNORECASE)
OFFICIAL = re.compile(r"\b(?:official|officielle|oficial)\b", re.IGNORECASE)
MACHINE = re.compile(r"\b(?:machine|automatic|automated|automatique|automática|automatica)\b", re.IGNORECASE)
MOST_CHARACTERS = 160


@dataclass(frozen=True)
class Origin:
    """What a line says of its text: `rendering` is original, official, unofficial, machine or empty; `language` a code or empty."""

    rendering: str
    language: str


def read_origin(text: str) -> Origin | None:
    """Return what a short line says of where the text comes from, or None where it says nothing of the kind."""
    if len(text) > MOST_CHARACTERS or not (TRANSLATION.search(text) or ORIGINAL.search(text)):
        return None
    rendering = _rendering(text)
    language = _language(text) if ORIGINAL.search(text) or rendering else ""
    return Origin(rendering, language) if rendering or (language and ORIGINAL.search(text)) else None


def _rendering(text: str) -> str:
    if not TRANSLATION.search(text):
        return ""
    for pattern, rendering in ((MACHINE, "machine"), (UNOFFICIAL, "unofficial"), (OFFICIAL, "official")):
        if pattern.search(text):
            return rendering
    return ""


def _language(text: str) -> str:
    """Return the code of the language named nearest after the word for original, or of the only one named."""
    at = found.end() if (found := ORIGINAL.search(text)) else 0
    for part in (text[at:], text):
        named = {code for word in re.findall(r"[^\W\d_]+", part.casefold()) if (code := _names().get(word))}
        if len(named) == 1:
            return named.pop()
    return ""


@cache
def _names() -> dict[str, str]:
    """Return language names in four languages, with their two-letter codes."""
    names = {"castellano": "es", "castilian": "es"}
    for language in READ_IN:
        names |= {name.casefold(): code for code, name in Locale(language).languages.items() if len(code) == 2}
    return names
