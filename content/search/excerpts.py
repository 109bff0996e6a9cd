"""The part of a text that answers a question, its words marked. Everything is escaped: texts are shown, never run."""

from collections.abc import Iterable
from itertools import pairwise

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from content.search.analysis import Word, words_of

LENGTH = 240
READ = 20_000


def marked(text: str, stems: Iterable[str], language: str) -> SafeString:
    """Return a short text, whole, with the words asked for in <mark>."""
    return _with_marks(text, [word for word in words_of(text, language) if word.stem in set(stems)], 0, len(text))


def excerpt(text: str, stems: Iterable[str], language: str) -> SafeString:
    """Return about `LENGTH` characters of a long text around most of the words asked for, or its beginning."""
    text, wanted = text[:READ], set(stems)
    words = words_of(text, language)
    hits = [word for word in words if word.stem in wanted]
    start = _best_start(hits)
    start = next((word.start for word in words if word.start >= start), 0) if start else 0
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = max((word.end for word in words if start < word.end <= end), default=end)
    body = _with_marks(text, [hit for hit in hits if start <= hit.start and hit.end <= end], start, end)
    return format_html("{}{}{}", "… " if start else "", body, " …" if end < len(text) else "")


def _best_start(hits: list[Word]) -> int:
    """Return where to begin so that the most different words asked for are seen, with a little of what comes before."""
    if not hits:
        return 0
    best = max(
        hits, key=lambda hit: (len({other.stem for other in hits if hit.start <= other.start < hit.start + LENGTH - 60}), -hit.start)
    )
    return max(0, best.start - 60)


def _with_marks(text: str, hits: list[Word], start: int, end: int) -> SafeString:
    bounds = [start, *(bound for hit in hits for bound in (hit.start, hit.end)), end]
    pieces = [conditional_escape(text[first:last]).replace("\n", " · ") for first, last in pairwise(bounds)]
    joined = "".join(f"<mark>{piece}</mark>" if number % 2 else piece for number, piece in enumerate(pieces))
    return mark_safe(joined)  # noqa: S308 - every piece was escaped above
