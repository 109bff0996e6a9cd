"""Whether typed words are the words that count: accents, case, spaces and typographic signs forgiven. Pure."""

import re
import unicodedata

LONGEST = 1000
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ø": "o", "Ø": "O", "\u00ad": "", "\u200b": "", "\ufeff": ""})
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ANY = "\x00"
_PLAIN_STAR = "\x01"


def tidied(words: str, *, is_case_kept: bool = False) -> str:
    """Return the words as they are compared: single spaces, plain quotes and dashes; without accents and in small letters unless kept."""
    text = unicodedata.normalize(
        "NFC", words.translate(_SIGNS).translate(_LETTERS if not is_case_kept else {0xAD: "", 0x200B: "", 0xFEFF: ""})
    )
    if not is_case_kept:
        text = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFKC", _ACCENTS.sub("", text).casefold())
    return " ".join(_UNSEEN.sub("", text).split())


def fits(pattern: str, typed: str, *, is_case_kept: bool = False) -> bool:
    """Return whether typed words fit a pattern: a `*` stands for any words or none, `\\*` for a star (Moodle's way)."""
    if len(typed) > LONGEST or len(pattern) > LONGEST:
        return False
    typed = tidied(typed, is_case_kept=is_case_kept)
    coded = re.sub(r"[\x00\x01]", "", pattern).replace("\\*", _PLAIN_STAR).replace("*", _ANY)
    parts = [tidied(part.replace(_PLAIN_STAR, "*"), is_case_kept=is_case_kept) for part in coded.split(_ANY)]
    if len(parts) == 1:
        return typed == parts[0] and bool(typed)
    return bool(typed) and _in_turn(parts, typed)


def _in_turn(parts: list[str], typed: str) -> bool:
    """Look for the parts one after the other, each as early as can be: no going back, so no text takes long."""
    first, last = parts[0], parts[-1]
    if len(first) + len(last) > len(typed) or not typed.startswith(first) or not typed.endswith(last):
        return False
    place, end = len(first), len(typed) - len(last)
    for part in parts[1:-1]:
        found = typed.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True
