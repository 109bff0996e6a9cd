"""What badges ask of the rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Min

from certificates.badges.status import PLACES
from certificates.credentials.choices import State
from certificates.credentials.models import Credential
from certificates.issuers.models import Issuer, SigningKey

TAKEN_BACK = (State.REVOKED, State.SUPERSEDED)  # a withdrawn name was awarded all the same


@dataclass(frozen=True)
class Revoked:
    """The places of one status list that no longer hold, and when that changed last."""

    places: tuple[int, ...]
    at: datetime


def public_keys(kid: str = "") -> list[dict[str, Any]]:
    """Return the public keys of all issuers, or the one of this name; the first made comes first."""
    rows = SigningKey.objects.order_by("made_at", "pk")
    return list((rows.filter(kid=kid) if kid else rows).values_list("public_jwk", flat=True))


def issuer_with(uid: UUID) -> Issuer | None:
    """Return an issuer with its logo."""
    return Issuer.objects.select_related("logo").filter(uid=uid).first()


def issuer_uids() -> list[UUID]:
    """Return the outside names of all issuers."""
    return list(Issuer.objects.order_by("pk").values_list("uid", flat=True))


def revoked_in(issuer: Issuer, part: int) -> Revoked | None:
    """Return what no longer holds in one of an issuer's lists; None where no such list was begun, or nothing was ever signed."""
    if part > issuer.statuses // PLACES:
        return None
    here = Credential.objects.filter(issuer=issuer, status_index__gte=part * PLACES, status_index__lt=(part + 1) * PLACES)
    gone = here.filter(state__in=TAKEN_BACK)
    at = gone.aggregate(at=Max("state_at"))["at"] or issuer.keys.aggregate(at=Min("made_at"))["at"]
    return Revoked(tuple(gone.order_by("status_index").values_list("status_index", flat=True)), at) if at else None


def newest_of(course_key: UUID, kind: str) -> Credential | None:
    """Return the last certificate of this kind for a course, with its template: what was achieved is read from it, nothing else."""
    rows = Credential.objects.filter(kind=kind, award__edition__course_key=course_key).select_related("template")
    return rows.order_by("-issued_at", "-pk").first()
