"""Words of the index: how a shelf is named, how wide a part of it is."""

CHUNK_BITS = 16  # a part of a shelf holds 65,536 numbers: one container of a roaring bitmap, 8 kB at most
FACET, TITLE, SUMMARY, ANYWHERE = "f", "t", "s", "a"  # the kinds of a shelf: the first sign of its name
OPEN, CLOSED = "level:open", "level:members"  # every practice stands in one of them
LINKED = ("country", "theme", "target", "instrument")  # facets whose values are rows of the taxonomy, named by their ids
MOST_YEARS = 60


def chunk_of(number: int) -> int:
    """Return the part of every shelf in which this number has its bit."""
    return number >> CHUNK_BITS


def facet_shelf(facet: str, value: object) -> str:
    """Return the name of the shelf of a facet value."""
    return f"{FACET}:{facet}:{value}"


def word_shelf(kind: str, language: str, stem: str) -> str:
    """Return the name of the shelf of a stem: in titles, in summaries or anywhere in texts of a language."""
    return f"{kind}:{language}:{stem}"
