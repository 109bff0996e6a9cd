"""Signs that mean something in GIFT, written with a backslash where they are only signs. Pure."""

import re

SIGNS = ":#={}~\\"
_FAR = 0xF0000  # a plane of private signs: none of a text
_ESCAPED = re.compile(r"\\([:#={}~n\\])")
_HIDDEN = re.compile(f"[{chr(_FAR)}-{chr(_FAR + 127)}]")
_NEWLINE = chr(_FAR + ord("n"))


def hidden(text: str) -> str:
    """Return the text with escaped signs put out of the reader's way."""
    return _ESCAPED.sub(lambda match: chr(_FAR + ord(match[1])), _HIDDEN.sub("", text))


def restored(text: str) -> str:
    """Return the text with those signs as themselves: the twin of `hidden`."""
    return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _FAR), text.replace(_NEWLINE, "\n"))


def escaped(text: str) -> str:
    """Return text as it is written into a file, on one line."""
    return re.sub(r"([:#={}~\\])", r"\\\1", text).replace("\n", "\\n")
