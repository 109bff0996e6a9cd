"""What counts as a word, so that words in can be held against words out."""

import html
import re
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"<[^>]*>")
BLOCK_END = re.compile(r"</(?:p|li|ul|ol|h\d)>")


def words(text: str) -> list[str]:
    """Return the words of plain `text`: runs of letters and digits, without regard to capitals."""
    return [word.casefold() for word in WORD.findall(text)]


def count(text: str) -> Counter[str]:
    """Return how often each word stands in plain `text`."""
    return Counter(words(text))


def count_all(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in all of these texts together."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(words(text))
    return found


def visible(markup: str) -> str:
    """Return the text that a reader sees of `markup`, which is HTML of our own making."""
    return html.unescape(TAG.sub("", BLOCK_END.sub("\n", markup)))


def letters(text: str) -> str:
    """Return letters and digits of `text` in their order, for the proof that reading loses none."""
    return "".join(words(text))
