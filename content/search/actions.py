"""Keeping what search knows in step with what is published."""

from collections import Counter, defaultdict
from hashlib import sha256
from math import log

from django.db import transaction
from wagtail.models import Page

from content.search.analysis import VERSION, words_of
from content.search.models import Posting, SearchText
from content.search.reading import text_of

TITLE_WEIGHT = 10.0
LEAD_WEIGHT = 2.0


def index_page(*, page_id: int) -> bool:
    """Read a page again, or forget it when it is not live, an alias, or gone. Returns whether anything changed."""
    page = Page.objects.filter(pk=page_id, live=True, alias_of=None, depth__gt=1).select_related("locale").first()
    if page is None:
        return forget_page(page_id=page_id)
    language, text = page.locale.language_code, text_of(page.specific)
    digest = sha256("\0".join([VERSION, language, page.title, text]).encode()).hexdigest()
    if SearchText.objects.filter(page_id=page_id, digest=digest).exists():
        return False
    weights = _weights(page.title, text, language)
    with transaction.atomic():
        row, _created = SearchText.objects.update_or_create(
            page_id=page_id, defaults={"language": language, "text": text, "digest": digest}
        )
        row.postings.all().delete()
        Posting.objects.bulk_create([Posting(text=row, language=language, stem=stem, weight=weight) for stem, weight in weights.items()])
    return True


def forget_page(*, page_id: int) -> bool:
    """Forget a page. Returns whether it was known. Where it has come live again meanwhile, the job of that publishing reads it anew."""
    return SearchText.objects.filter(page_id=page_id).delete()[0] > 0


def forget_missing() -> int:
    """Forget pages that are no longer live or have become aliases. Returns how many."""
    kept = Page.objects.filter(live=True, alias_of=None).values("pk")
    count = SearchText.objects.exclude(page_id__in=kept).count()
    SearchText.objects.exclude(page_id__in=kept).delete()
    return count


def _weights(title: str, text: str, language: str) -> dict[str, float]:
    """Return how much each stem says about the page: more in the title and the first line, less for each time it comes again."""
    first, _newline, rest = text.partition("\n")
    weights: defaultdict[str, float] = defaultdict(float)
    for part, factor in ((title, TITLE_WEIGHT), (first, LEAD_WEIGHT), (rest, 1.0)):
        for stem, times in Counter(word.stem for word in words_of(part, language) if word.stem).items():
            weights[stem] += factor * (1 + log(times))
    return {stem: round(weight, 3) for stem, weight in weights.items()}


def catch_up(*, limit: int = 50) -> int:
    """Read live pages that search does not know yet, a few at a time. Returns how many."""
    missing = Page.objects.filter(live=True, alias_of=None, depth__gt=1, search_text=None).order_by("pk").values_list("pk", flat=True)
    return sum(index_page(page_id=page_id) for page_id in list(missing[:limit]))
