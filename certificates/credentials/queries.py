"""Questions about credentials that several rooms ask."""

from certificates.credentials.models import Credential
from certificates.credentials.names import folded, is_name
from certificates.credentials.numbers import read


def credential_of(typed: str) -> Credential | None:
    """Return the credential with the number that somebody typed, in any of the ways that people copy it; with issuer and successor."""
    number = read(typed)
    rows = Credential.objects.select_related("issuer", "superseded_by", "supersedes")
    return rows.filter(number=number).first() if number else None


def proves(credential: Credential, typed: str) -> bool:
    """Return whether what was typed is the name on this credential; a withdrawn one is asked by its hash."""
    if credential.name_hash:
        return is_name(typed, kept=credential.name_hash, salt=credential.salt)
    name = credential.words.name
    return bool(name) and folded(typed) == folded(name)
