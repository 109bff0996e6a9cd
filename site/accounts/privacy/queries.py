"""All that is held about a person: every storey answers for its own through the hook `personal_data`."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from wagtail import hooks

from accounts.notices.queries import acceptances_of
from accounts.people.models import User


def held_about(person: User, now: datetime) -> dict[str, Any]:
    """Return one dictionary of plain values with what all storeys hold about this person."""
    data: dict[str, Any] = {"site": "SSTC Academy", "written_at": now.isoformat()}
    for answer in hooks.get_hooks("personal_data"):
        data |= answer(person)
    return data


def held_here(person: User) -> dict[str, Any]:
    """Return what accounts hold: the person's row, addresses, groups and what she accepted. Never the password's trace."""
    fields = ("email", "name", "printed_name", "language", "country", "institution", "time_zone", "is_active", "is_staff", "is_superuser")
    times = ("date_joined", "last_login", "of_age_at")
    return {
        "person": {
            "id": str(person.uid),
            **{field: getattr(person, field) for field in fields},
            **{field: _moment(getattr(person, field)) for field in times},
            "has_password": person.has_usable_password(),
            "groups": sorted(person.groups.values_list("name", flat=True)),
        },
        "addresses": [
            {"email": address.email, "is_confirmed": address.verified, "is_main": address.primary}
            for address in EmailAddress.objects.filter(user=person).order_by("email")
        ],
        "accepted": [
            {"notice": row.notice.kind, "version": row.notice.version, "accepted_at": _moment(row.accepted_at)}
            for row in acceptances_of(person)
        ],
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def is_last_administrator(person: User) -> bool:
    """Whether nobody else could administer the site if this person left."""
    return person.is_superuser and not User.objects.administrators().exclude(pk=person.pk).exists()
