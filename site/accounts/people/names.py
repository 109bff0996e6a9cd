"""Names and other single lines that people type: what cannot be seen or turns text around is left out."""

import unicodedata

JOINERS = "\u200c\u200d"  # Persian and several Indic scripts write names with them
MOST_MARKS = 3  # more marks on one letter than any script needs


def clean_line(text: str) -> str:
    """Return the text in one line without controls, direction overrides, private or lone surrogate signs."""
    kept: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(sign)
        if kind in ("Zl", "Zp", "Zs") or sign in "\t\n\r\x0b\x0c\x85":
            kept.append(" ")
        elif kind[0] == "C" and not _joins(sign, kept):
            continue
        elif kind in ("Mn", "Me"):
            marks += 1
            if marks <= MOST_MARKS:
                kept.append(sign)
            continue
        else:
            kept.append(sign)
        marks = 0
    return " ".join("".join(kept).split())


def _joins(sign: str, kept: list[str]) -> bool:
    """Whether a joiner stands after a letter, where scripts use it."""
    return sign in JOINERS and bool(kept) and unicodedata.category(kept[-1])[0] in "LM"
