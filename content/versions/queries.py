"""Questions about versions."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from content.versions.models import Version


class Line(NamedTuple):
    """One version as lists show it."""

    uuid: UUID
    number: int
    published_at: datetime
    changed: list[str]


def versions_of(translation_key: UUID | str, language: str) -> QuerySet[Version]:
    """Return the versions of a text, the newest first."""
    return Version.objects.filter(translation_key=translation_key, language=language).order_by("-number")


def lines_of(translation_key: UUID | str, language: str) -> list[Line]:
    """Return the versions of a text as lists show them, the newest first, without what they said."""
    rows = versions_of(translation_key, language).values_list("uuid", "number", "published_at", "changed")
    return [Line(*row) for row in rows]


def latest_version(translation_key: UUID | str, language: str) -> Version | None:
    """Return the version that was published last, whether or not its page is still there."""
    return versions_of(translation_key, language).first()


def version_of(uid: UUID | str) -> Version | None:
    """Return the version with this permanent address, or None."""
    return Version.objects.filter(uuid=uid).first()


def version_before(version: Version) -> Version | None:
    """Return the version that this one followed, or None for the first."""
    return versions_of(version.translation_key, version.language).filter(number__lt=version.number).first()
