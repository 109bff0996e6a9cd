"""Keeping the sketches in step with what is published and sent to review."""

from collections.abc import Collection

from django.db import transaction

from content.likeness.models import Sketch, SketchBand
from content.likeness.sketching import bands_of, packed, sketch_of, title_key
from content.practices.models import PracticePage
from content.shelves.queries import wording_of


def sketch(*, pages: Collection[int]) -> int:
    """Read these practices again, as they are live or, not live, as last written. Returns how many were read.

    Aliases and pages that are gone are left out. For loads of many: four questions however many; safe to call twice.
    """
    found = PracticePage.objects.filter(pk__in=pages, alias_of=None).select_related("latest_revision")
    rows, bands = [], []
    for page in (page if page.live else page.get_latest_revision_as_object() for page in found):
        wording = wording_of(page)
        places = sketch_of(f"{wording.summary}\n{wording.body}")
        rows.append(Sketch(page_id=page.pk, title_key=title_key(page.title), places=packed(places)))
        bands += [SketchBand(sketch_id=page.pk, value=value) for value in set(bands_of(places))]
    with transaction.atomic():
        Sketch.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=["title_key", "places"])
        SketchBand.objects.filter(sketch__in=[row.pk for row in rows]).delete()
        SketchBand.objects.bulk_create(bands, ignore_conflicts=True)
    return len(rows)


def catch_up(*, limit: int = 50) -> int:
    """Read live practices that have no sketch yet, a few at a time. Returns how many."""
    missing = PracticePage.objects.filter(live=True, alias_of=None, sketch=None).order_by("pk").values_list("pk", flat=True)
    return sketch(pages=list(missing[:limit]))
