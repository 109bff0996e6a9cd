"""What changed between two texts, word by word."""

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """Return (sign, words) in reading order: "-" taken out, "+" put in, "=" kept."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    parts: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(("=", "".join(old[a:b])))
            continue
        parts += [part for part in (("-", "".join(old[a:b])), ("+", "".join(new[c:d]))) if part[1]]
    return parts
