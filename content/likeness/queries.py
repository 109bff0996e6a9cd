"""Near copies of a text that is being written."""

from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from content.audience.rules import Reader, visible_to
from content.likeness.models import Sketch, SketchBand
from content.likeness.sketching import bands_of, share, sketch_of, title_key, unpacked
from content.practices.models import PracticePage

LIKE = 50  # per cent of the text
MOST = 5
MOST_READ = 200


class Alike(NamedTuple):
    """A practice like a text: `share` in per cent of its runs of words; `is_live` is not so for one that waits for review."""

    page_id: int
    key: UUID
    title: str
    language: str
    share: int
    is_same_title: bool
    is_live: bool
    url_path: str


def alike(*, title: str, text: str, language: str, user: Reader | None = None, but: UUID | None = None) -> list[Alike]:
    """Return practices with the same title or a very similar text, the likest first, five at most; `but` is the one that is written.

    Only what this person may read; editors also see what waits for review. `text` is plain and holds all sections. A title counts in
    whatever language; a text that was translated is not found. Three queries.
    """
    key, places = title_key(title), sketch_of(text)
    near = list(SketchBand.objects.filter(value__in=bands_of(places)).values_list("sketch_id", flat=True).distinct()[:MOST_READ])
    same = Q(title_key=key) if key else Q(pk__in=[])
    readable = _readable_by(user).exclude(translation_key=but) if but else _readable_by(user)
    rows = Sketch.objects.filter(same | Q(pk__in=near), page__in=readable.order_by().values("pk")).select_related("page__locale")
    found = [_compared(row, key, share(places, unpacked(row.places))) for row in rows[:MOST_READ]]
    kept = [one for one in found if one.is_same_title or one.share >= LIKE]
    return sorted(kept, key=lambda one: (not one.is_same_title, -one.share, one.language != language, one.page_id))[:MOST]


def _compared(row: Sketch, key: str, part: float) -> Alike:
    page = row.page
    is_same = bool(key) and row.title_key == key
    code = page.locale.language_code
    return Alike(
        page.pk,
        page.translation_key,
        page.title if page.live else page.draft_title,
        code,
        round(100 * part),
        is_same,
        page.live,
        page.url_path,
    )


def _readable_by(user: Reader | None) -> QuerySet[PracticePage]:
    if user is not None and user.is_authenticated and user.has_perm("wagtailadmin.access_admin"):
        return PracticePage.objects.all()
    return visible_to(user if user is not None else AnonymousUser(), PracticePage.objects.filter(live=True))
