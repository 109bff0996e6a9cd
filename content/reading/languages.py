"""The language of a document, guessed from its small words; a tie is no answer."""

from content.reading.words import words

SMALL_WORDS = {
    "pt": """
        o os um uma do da dos das em no na nos nas ao aos à às pelo pela são não que com para por mais foi
        ser também seu sua como entre até é já ou
    """,
    "en": """
        the of and to in that is was for on with as by at from are this be or which their its has have it an
        not these will can also
    """,
    "es": """
        el los las un una del al en que es con para por más fue ser también su sus como entre hasta y lo se
        no ha esta este según sin o
    """,
    "fr": """
        le les des du un une au aux dans que est avec pour par plus été être aussi son sa ses comme entre et
        ou sur ne pas cette ce qui leur d l
    """,
}
LEAST_WORDS = 8
LEAST_LEAD = 1.25


def guess_language(text: str) -> str:
    """Return pt, en, es or fr, or an empty string where the text does not tell."""
    found = words(text[:40_000])
    scores = sorted(((sum(word in small for word in found), code) for code, small in _SETS.items()), reverse=True)
    (best, code), (second, _code) = scores[0], scores[1]
    return code if best >= LEAST_WORDS and best >= second * LEAST_LEAD else ""


_SETS = {code: frozenset(small.split()) for code, small in SMALL_WORDS.items()}
