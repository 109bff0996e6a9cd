"""What follows from published pages alone is asked once, until any of them changes."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache
from django.http import HttpRequest

from content.audience.rules import is_member
from content.generation.models import Generation

KEEP = 60 * 60 * 24  # seconds
SHAPE = 3  # of what is remembered; another one after a release that remembers something else
T = TypeVar("T")


def generation() -> int:
    """Return the number that every publish, move, unpublish and change of access raises."""
    return Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def note_generation(request: HttpRequest, number: int | None) -> None:
    """Take note of the number for this request, where a row that was read anyway has brought it along."""
    request._generation = number or 0  # type: ignore[attr-defined]


def remembered(request: HttpRequest, name: str, ask: Callable[[], T]) -> T:
    """Return what `ask` answers, asked once for each name, generation and rank (stranger or member), not once a reader.

    What is asked must follow from published pages alone and be plain values; in a preview, which shows a draft, it is asked each time.
    One query a request, however many names.
    """
    if getattr(request, "is_preview", False):
        return ask()
    number = getattr(request, "_generation", None)
    if number is None:
        number = generation()
        note_generation(request, number)
    rank = "member" if is_member(request.user) else "open"
    key = f"remembered:{SHAPE}:{number}:{rank}:{name}"
    kept: tuple[T] | None = cache.get(key)
    if kept is None:
        kept = (ask(),)
        cache.set(key, kept, KEEP)
    return kept[0]
