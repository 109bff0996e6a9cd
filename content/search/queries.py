"""Finding pages: all the words asked for, or, where no page has them all, some of them."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Count, Q, Sum

from content.audience.rules import Reader
from content.search.analysis import stems_asked
from content.search.models import Posting
from content.search.rules import searchable_by

MOST_STEMS = 12
MOST_FOUND = 200
LONGEST_QUESTION = 200


@dataclass(frozen=True)
class Question:
    """What is asked, in which languages of the content."""

    text: str
    languages: tuple[str, ...]

    @cached_property
    def stems(self) -> dict[str, list[str]]:
        """Return what to look for, by language; nothing where there is nothing to look for."""
        found = {language: stems_asked(self.text[:LONGEST_QUESTION], language)[:MOST_STEMS] for language in self.languages}
        return {language: stems for language, stems in found.items() if stems}


class Match(NamedTuple):
    """A page that was found: how many of the words it has, and how much they weigh in it."""

    page_id: int
    language: str
    hits: int
    score: float


def pages_about(question: Question, *, user: Reader, is_strict: bool = True) -> list[Match]:
    """Return the pages that this person may read and that have all the words (not strict: any of them), best first, `MOST_FOUND` at most.

    SQLite and PostgreSQL find the same in the same order, since both only compare stems that we made. One query.
    """
    if not question.stems:
        return []
    asked = reduce(or_, (Q(language=language, stem__in=stems) for language, stems in question.stems.items()))
    enough = reduce(or_, (Q(language=language, hits=len(stems)) for language, stems in question.stems.items()))
    found = Posting.objects.filter(asked, text__page__in=searchable_by(user).order_by().values("pk"))
    grouped = found.values("text_id", "language").annotate(hits=Count("stem"), score=Sum("weight"))
    if is_strict:
        grouped = grouped.filter(enough)
    ordered = grouped.order_by("-hits", "-score", "text_id").values_list("text_id", "language", "hits", "score")
    return [Match(*values) for values in ordered[:MOST_FOUND]]
