"""Facts are one for all languages: whoever keeps them writes them into the others."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from wagtail.models import Revision

from content.practices.choices import FACT_FIELDS, FACT_LINKS
from content.practices.models import PracticePage
from content.practices.queries import facts_of, keeper_of


@transaction.atomic
def spread_facts(*, translation_key: UUID, now: datetime) -> list[PracticePage]:
    """Write the facts of the page that keeps them into the texts and open drafts of the other languages. Returns those that changed.

    Nothing is published anew: when a text was published, and whether it is stale, stays as it was. Aliases follow; safe to call twice.
    """
    row = keeper_of(translation_key)
    if row is None:
        return []
    keeper = PracticePage.objects.get(pk=row.pk)
    others = PracticePage.objects.filter(translation_key=translation_key, alias_of=None).exclude(pk=keeper.pk).order_by("pk")
    return [other for other in others if _take(other, keeper)]


def take_facts(*, page: PracticePage, keeper: PracticePage) -> None:
    """Put the facts of the keeper onto a page, which is not saved."""
    for name in FACT_FIELDS:
        setattr(page, name, getattr(keeper, name))
    for name in FACT_LINKS:
        keeper.copy_child_relation(name, page)
    page.__dict__.pop("_facts", None)


def _take(other: PracticePage, keeper: PracticePage) -> bool:
    is_behind = _plain(other) != _plain(keeper)
    if is_behind:
        take_facts(page=other, keeper=keeper)
        other.save(clean=False)
        other.update_aliases()
    if other.latest_revision_id:
        is_behind = _mend(other) or is_behind
    return is_behind


def _plain(page: PracticePage) -> tuple[object, ...]:
    return (facts_of(page), *(getattr(page, name) for name in FACT_FIELDS))


def _mend(other: PracticePage) -> bool:
    """Put the facts of the row into the draft that stands beside it, so that publishing the draft does not bring old ones back."""
    draft = other.latest_revision.as_object()
    if _plain(draft) == _plain(other):
        return False
    data = PracticePage.objects.get(pk=other.pk).serializable_data()
    content = {**other.latest_revision.content, **{name: data[name] for name in (*FACT_FIELDS, *FACT_LINKS)}}
    Revision.objects.filter(pk=other.latest_revision_id).update(content=content)
    return True
