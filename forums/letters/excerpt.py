"""The beginning of a text, bounded in bytes as they travel in a mail. Pure."""

from html import escape
from textwrap import wrap

from content.markup.writing import tidied

LINE = 72
BLOCK = 180  # characters of a line in HTML: longer ones travel in an encoding three times as big


def clipped(text: str, most: int) -> str:
    """Return the beginning of a text, without unseen signs, so long that it has at most `most` bytes as HTML; "…" where it was cut."""
    text = tidied(text[:most]).strip() if len(text) <= most else f"{tidied(text[:most]).strip()}…"
    while len(escape(text).encode()) > most:
        over = len(escape(text).encode()) - most
        text = f"{text[: -max(over // 6, 1) - 1].rstrip()}…"
    return text


def paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs of a text, each as lines that are short enough to travel in HTML as they are."""
    return [wrap(part, BLOCK) for part in text.split("\n") if part.strip()]


def quoted(text: str) -> str:
    """Return a text as plain mails quote it: no line longer than is read, each behind a mark."""
    lines = [line for part in text.split("\n") for line in (wrap(part, LINE - 2) or [""])]
    return "\n".join(f"> {line}".rstrip() for line in lines)
