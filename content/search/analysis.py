"""Words made equal: accents, case and endings do not matter. The same for what is found and for what is asked, on every database."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

VERSION = "1"
LONGEST = 60
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
STEMMERS = {"pt": "portuguese", "en": "english", "es": "spanish", "fr": "french"}

# Plurals that the Portuguese stemmer does not join with their singular; in folded words of more than five letters.
_PLURALS = (("oes", "ao"), ("aes", "ao"), ("aveis", "avel"), ("iveis", "ivel"), ("ais", "al"), ("eis", "el"), ("ois", "ol"), ("tis", "til"))

# Endings that lose their accent when people type in a hurry, and that the stemmers know only with it. After folding, both ways of
# typing come here, so both get the same ending again.
_ENDINGS = {
    "pt": (("cao", "ção"), ("avel", "ável"), ("ivel", "ível"), ("encia", "ência"), ("ancia", "ância")),
    "es": (("cion", "ción"), ("sion", "sión"), ("logia", "logía"), ("logias", "logías")),
    "fr": (("ites", "ités"), ("ite", "ité")),
    "en": (),
}

# Folded words too common to tell pages apart; left out of questions that have other words.
COMMON = {
    "pt": "a ao aos as com como da das de do dos e em entre ja mais na nas no nos o os ou para pela pelo por que se sem sao um uma",
    "en": "a an and are as at be by for from how in is it of on or that the this to was what where which who with",
    "es": "a al como con de del e el en entre es la las lo los mas o para por que se sin son su sus un una y",
    "fr": "a au aux avec ce ces comme d dans de des du en entre est et la le les l ou par pour qu que qui se sont sur un une",
}


class Word(NamedTuple):
    """A word of a text: where it stands and what it is equal to."""

    start: int
    end: int
    stem: str


def folded(text: str) -> str:
    """Return the text without accents and in small letters; `ß` becomes `ss`, `œ` becomes `oe`."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=20_000)
def stem_of(word: str, language: str) -> str:
    """Return what a word is equal to in a language (`pt`, `en`, `es`, `fr`; any other is only folded)."""
    plain = folded(word).replace("’", "'")
    if language == "fr" and plain[1:2] == "'":
        plain = plain[2:]  # l’inspection
    if language == "pt" and len(plain) > 5:
        plain = _with_ending(plain, _PLURALS)
    plain = _with_ending(plain, _ENDINGS.get(language, ()))
    if name := STEMMERS.get(language):
        plain = snowballstemmer.stemmer(name).stemWord(plain)
    return folded(plain)[:LONGEST]


def _with_ending(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Return the word with the first of these endings that it has replaced by its other form."""
    for ending, other in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + other
    return word


def words_of(text: str, language: str) -> list[Word]:
    """Return the words of a text in their order."""
    return [Word(match.start(), match.end(), stem_of(match.group()[:LONGEST], language)) for match in _WORD.finditer(text)]


def stems_asked(question: str, language: str) -> list[str]:
    """Return the different stems of a question, without the words that are everywhere unless there are no others."""
    common = set(COMMON.get(language, "").split())
    asked = list(dict.fromkeys((folded(match.group()), stem_of(match.group()[:LONGEST], language)) for match in _WORD.finditer(question)))
    telling = [stem for word, stem in asked if word not in common]
    return list(dict.fromkeys(stem for stem in telling or [stem for _word, stem in asked] if stem))
