"""Whether a text is plain: acronyms without a meaning, long sentences, words that only point elsewhere, a child who is named."""

import re

from content.mentions.acronyms import unexplained

LONGEST_SENTENCE = 40  # words
ADULT = 18
_SENTENCE = re.compile(r"[.!?…]+[\s\"’”»)]+|\n+")
_POINTS = re.compile(
    r"\b(?:see|ver|veja|vea|v[ée]ase|voir|consulte?r?z?|please visit|visite[rz]?)\s+(?:(?:the|o|a|os|el|la|le|les|em|in|en|no|na)\s+)*"
    r"(?:links?|liga[çc](?:ão|ões)|enlaces?|liens?|s[íi]tios?|sites?|web ?sites?|page web|página web|anexos?|annex(?:e|es)?|https?://)",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+\s*[,(]\s*(?:de |com |con |avec |âgée? de |aged |uma? |un |una |a |menin[oa] de |niñ[oa] de |boy of |girl of )*"
    r"(\d{1,2})[ -](?:anos|años|ans|years?)\b(?!\s+(?:depois|later|después|après|atrás))"
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a plain text."""
    return [sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip()]


def too_long(text: str) -> list[str]:
    """Return the sentences that are hard to read, cut to their beginning."""
    return [" ".join(one.split()[:8]) for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE]


def points_elsewhere(text: str) -> bool:
    """Return whether a text sends its reader elsewhere instead of telling, or is nothing but an address."""
    return bool(_POINTS.search(text)) or bool(re.fullmatch(r"\s*(?:https?://|www\.)\S+\s*", text))


def names_a_child(text: str) -> bool:
    """Return whether somebody under 18 seems to be named, as in “Maria, 12 years”."""
    return any(int(age) < ADULT for age in _CHILD.findall(text))


__all__ = ["names_a_child", "points_elsewhere", "sentences", "too_long", "unexplained"]
