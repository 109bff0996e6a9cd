"""Where everything about a badge is found. These addresses stand inside signed badges: they never change."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings


def here(path: str) -> str:
    """Return the full address of a path on this site."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def credential_id(number: str) -> str:
    """Return the name of a credential: the page where its number is verified, in the reader's language."""
    return here(f"/verify/{number}/")


def holder_id(number: str) -> str:
    """Return a name for whoever holds this one credential. It leads to nobody, and no two credentials share it."""
    return uuid5(NAMESPACE_URL, f"{credential_id(number)}#holder").urn


def achievement_id(course_key: UUID | str, kind: str) -> str:
    """Return where it is told what was achieved."""
    return here(f"/credentials/achievements/{course_key}/{kind}")


def picture_url(course_key: UUID | str, kind: str) -> str:
    """Return where the picture of an achievement lies."""
    return f"{achievement_id(course_key, kind)}.png"


def profile_url(issuer: UUID | str) -> str:
    """Return where an issuer says who it is."""
    return here(f"/credentials/issuers/{issuer}")


def status_url(issuer: UUID | str, part: int) -> str:
    """Return where one of an issuer's lists of revoked places lies."""
    return here(f"/credentials/status/{issuer}/{part}")


def key_url(kid: str) -> str:
    """Return where a public key lies as JSON Web Key."""
    return here(f"/credentials/keys/{kid}")
