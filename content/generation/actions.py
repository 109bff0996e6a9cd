"""The generation grows."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest

from content.generation.models import Generation


@transaction.atomic
def raise_generation(*, now: datetime) -> None:
    """Raise the number that caches of the frame hang on; part of the transaction of the change.

    It follows the clock (milliseconds): a site restored from a backup never comes to a number that a cache knows already.
    """
    number = int(now.timestamp() * 1000)
    if not Generation.objects.filter(pk=1).update(number=Greatest(F("number") + 1, Value(number))):
        Generation.objects.get_or_create(pk=1, defaults={"number": number})
