"""Acronyms of a text, and what the text itself says that they mean."""

import re
from collections.abc import Collection
from itertools import takewhile

from babel.core import get_global

from content.mentions.spans import fold

ACRONYM = re.compile(r"(?<![\w&/@.-])[A-ZÀ-Þ][A-ZÀ-Þ0-9]*(?:[&-][A-ZÀ-Þ0-9]+)*[A-ZÀ-Þ0-9+](?![\w/@])")
ROMAN = re.compile(r"[IVXLCDM]+")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 15
SMALL = frozenset(re.findall(r"\w+", "of the and for in on to de da do das dos e del la las los el y du des et le les a d l"))
SENTENCE_END = re.compile(r"[.!?;]")


def find_acronyms(text: str) -> list[str]:
    """Return each acronym once, in the order of the text: capitals and digits, two or more; no Roman number, currency, shouted line."""
    shouted = {word for line in text.splitlines() if line.isupper() and len(line.split()) > 2 for word in line.split()}
    found = (match[0].rstrip("+-") for match in ACRONYM.finditer(text))
    return list(dict.fromkeys(name for name in found if _is_acronym(name) and name not in shouted))


def _is_acronym(name: str) -> bool:
    letters = [sign for sign in name if sign.isalpha()]
    is_money = name in get_global("all_currencies")
    return 2 <= len(name) <= LONGEST and len(letters) >= 2 and not is_money and not ROMAN.fullmatch(name)


def find_meanings(text: str) -> dict[str, str]:
    """Return what the text says that its acronyms mean: "National Plan of Action (NPA)" or "NPA (National Plan of Action)"."""
    found: dict[str, str] = {}
    for name in find_acronyms(text):
        if meaning := _before(text, name) or _inside(text, name):
            found[name] = meaning
    return found


def unexplained(text: str, known: Collection[str] = ()) -> list[str]:
    """Return the acronyms that neither the text nor the glossary (`known`) explains."""
    meanings = find_meanings(text)
    return [name for name in find_acronyms(text) if name not in meanings and name not in known]


def _before(text: str, name: str) -> str:
    """Return the words before "(NAME)" whose first letters are the name's."""
    at = re.search(rf"\(\s*{re.escape(name)}\s*\)", text)
    if at is None:
        return ""
    words = list(WORD.finditer(text, max(at.start() - 200, 0), at.start()))
    for first in reversed(range(max(len(words) - 2 * len(name) - 2, 0), len(words))):
        part = words[first:]
        if (
            _spells([word[0] for word in part], name)
            and fold(part[0][0]) not in SMALL
            and not re.search(r"[.!?;]", text[part[0].end() : at.start()])
        ):
            return text[part[0].start() : at.start()].strip()
    return ""


def _inside(text: str, name: str) -> str:
    at = re.search(rf"(?<!\w){re.escape(name)}\s*\(([^()]{{4,150}})\)", text)
    return at[1].strip() if at and _spells(WORD.findall(at[1]), name) else ""


def _spells(words: list[str], name: str) -> bool:
    """Say whether the words' first letters, small words passed over or not, are those of the name."""
    letters = fold("".join(takewhile(lambda sign: sign.isalpha() or sign in "&-", name))).replace("&", "").replace("-", "")
    bare = "".join(fold(word)[0] for word in words if fold(word) not in SMALL)
    return len(letters) > 1 and letters in (bare, "".join(fold(word)[0] for word in words))
