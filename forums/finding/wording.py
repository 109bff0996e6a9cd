"""Words of posts and of questions made equal. Who asks in one language finds posts in all: a question is stemmed in each."""

import re
from html import unescape

from django.utils.html import strip_tags

from content.search.analysis import COMMON, STEMMERS, VERSION, folded, words_of

READ = f"*{VERSION}"  # no word has a star in it
MOST_WORDS = 8
LONGEST_QUESTION = 200
_BLOCKS = re.compile(r"</(?:p|li|pre|blockquote|h\d|td|tr)>|<(?:br|hr)\b[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_EVERYWHERE = frozenset(word for words in COMMON.values() for word in words.split())
_ACCENTED = {
    "a": "àáâãäåÀÁÂÃÄÅ",
    "c": "çÇ",
    "e": "èéêëÈÉÊË",
    "i": "ìíîïÌÍÎÏ",
    "n": "ñÑ",
    "o": "òóôõöÒÓÔÕÖ",
    "u": "ùúûüÙÚÛÜ",
    "y": "ýÿÝŸ",
}


def plain(html: str) -> str:
    """Return the text of a post's clean HTML, a part a line."""
    lines = unescape(strip_tags(_BLOCKS.sub("\n", html))).splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def stems_of(text: str, language: str) -> set[str]:
    """Return what the words of a text are equal to; in no language that is stemmed, their folded forms."""
    return {word.stem for word in words_of(text, language) if word.stem}


def stems_asked(question: str) -> list[set[str]]:
    """Return for each word of a question what it is equal to in any language; words that are everywhere only where there are no others."""
    question = question[:LONGEST_QUESTION]
    readings = zip(*(words_of(question, language) for language in ("", *STEMMERS)), strict=True)
    found = {folded(question[same[0].start : same[0].end]): {word.stem for word in same if word.stem} for same in readings}
    telling = [stems for word, stems in found.items() if word not in _EVERYWHERE]
    return [stems for stems in telling or found.values() if stems][:MOST_WORDS]


def name_patterns(name: str) -> list[str]:
    """Return a pattern for each word of a name, with and without accents, for databases that compare letter by letter."""
    words = [folded(word) for word in _WORD.findall(name[:LONGEST_QUESTION])]
    return ["".join(f"[{letter}{_ACCENTED[letter]}]" if letter in _ACCENTED else letter for letter in word) for word in words[:MOST_WORDS]]
