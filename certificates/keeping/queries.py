"""What the certificates hold of a person, as plain values that other programs read."""

from datetime import datetime
from typing import Any

from accounts.models import User
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper


def held_about(user: User) -> dict[str, Any]:
    """Return everything that the certificates hold of a member. A query for each kind of row, however many."""
    confirmed = ConfirmedName.objects.filter(person=user).first()
    return {
        "confirmed_name": {"name": confirmed.name, "at": confirmed.confirmed_at.isoformat()} if confirmed else None,
        "awards": [_award(row) for row in Award.objects.filter(person=user).select_related("edition").order_by("pk")],
        "certificates": [_credential(row) for row in Credential.objects.filter(person=user).select_related("issuer").order_by("pk")],
        "papers": [
            {"number": row.credential.number, "languages": row.language_codes, "sha256": row.sha256, "made_at": row.made_at.isoformat()}
            for row in Paper.objects.filter(credential__person=user).select_related("credential").order_by("pk")
        ],
        "corrections": [
            _correction(row) for row in Correction.objects.filter(credential__person=user).select_related("credential").order_by("pk")
        ],
    }


def _award(row: Award) -> dict[str, Any]:
    return {
        "edition": row.edition.name,
        "kind": row.kind,
        "state": row.state,
        "name": row.name,
        "name_confirmed_at": _moment(row.name_confirmed_at),
        "reason": row.reason,
        "made_at": row.made_at.isoformat(),
    }


def _credential(row: Credential) -> dict[str, Any]:
    return {
        "number": row.number,
        "kind": row.kind,
        "says": row.snapshot,
        "state": row.state,
        "state_at": _moment(row.state_at),
        "reason_class": row.reason_class,
        "reason": row.reason,
        "issuer": row.issuer.name,
        "issued_at": row.issued_at.isoformat(),
        "valid_until": _moment(row.valid_until),
        "is_shared": row.is_shared,
        "former_papers": row.former_papers,
    }


def _correction(row: Correction) -> dict[str, Any]:
    return {
        "number": row.credential.number,
        "wanted_name": row.wanted_name,
        "why": row.why,
        "state": row.state,
        "reason": row.reason,
        "asked_at": row.asked_at.isoformat(),
        "answered_at": _moment(row.answered_at),
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
