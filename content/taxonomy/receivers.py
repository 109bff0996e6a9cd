"""Ears: whatever is edited in the taxonomy is told to all who keep something of it."""

from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.taxonomy.queries import GENERATION
from content.taxonomy.signals import taxonomy_changed

MODELS = (Region, Country, CountryGroup, Theme, SdgTarget, Instrument)
MEMBERS = {CountryGroup.members.through: CountryGroup, Theme.targets.through: Theme, Theme.instruments.through: Theme}


def _forget() -> None:
    cache.set(GENERATION, uuid4().hex, None)


def _tell(model: type) -> None:
    """Forget what is remembered, now for this transaction and once it is committed for the others; then tell."""
    _forget()
    transaction.on_commit(_forget)
    taxonomy_changed.send(sender=model)


@receiver([post_save, post_delete], dispatch_uid="taxonomy_rows")
def on_row(sender: Any, **kwargs: Any) -> None:
    """Tell of a row."""
    if sender in MODELS:
        _tell(sender)


@receiver(m2m_changed, dispatch_uid="taxonomy_members")
def on_members(sender: Any, action: str, **kwargs: Any) -> None:
    """Tell of members that came or went."""
    if sender in MEMBERS and action in ("post_add", "post_remove", "post_clear"):
        _tell(MEMBERS[sender])
