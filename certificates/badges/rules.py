"""Who may take a badge: whoever holds the certificate, and everybody while she shares it."""

from django.db.models import Q, QuerySet

from certificates.credentials.choices import State
from certificates.credentials.models import Credential
from certificates.credentials.rules import is_holder
from content.audience.rules import Reader, is_member


def can_take(user: Reader, credential: Credential) -> bool:
    """Return whether this person may take the badge. None is made of what was revoked, superseded or withdrawn."""
    return credential.state == State.VALID and (credential.is_shared or is_holder(user, credential))


def takeable_by(user: Reader) -> QuerySet[Credential]:
    """Return the certificates whose badges this person may take: the twin of `can_take`."""
    own = Q(person=user.pk) if is_member(user) else Q(pk=None)  # type: ignore[union-attr]
    return Credential.objects.filter(Q(is_shared=True) | own, state=State.VALID)
