"""A holder hands her certificate on by a link, and takes the link back."""

import secrets
from datetime import datetime

from django.db import transaction

from certificates.credentials.choices import State
from certificates.credentials.models import Credential

TOKEN_BYTES = 24  # 192 bits


@transaction.atomic
def share(*, credential: Credential, now: datetime) -> Credential:
    """Give a valid certificate a link of its own; one that has a link keeps it. One that is not valid any more gets none."""
    row = Credential.objects.select_for_update().get(pk=credential.pk)
    if row.state == State.VALID and not row.is_shared:
        row.share_token, row.is_shared = secrets.token_urlsafe(TOKEN_BYTES), True
        row.save(update_fields=["share_token", "is_shared"])
    return row


@transaction.atomic
def stop_sharing(*, credential: Credential, now: datetime) -> Credential:
    """Take the link back: it is dead for good, a later one is another. Safe to call twice."""
    row = Credential.objects.select_for_update().get(pk=credential.pk)
    row.share_token, row.is_shared = None, False
    row.save(update_fields=["share_token", "is_shared"])
    return row
