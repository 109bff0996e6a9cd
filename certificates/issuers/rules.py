"""Who may say who issues and who signs."""

from content.audience.rules import Reader, is_member

MANAGE = "certificates.manage_issuers"


def can_manage(user: Reader) -> bool:
    """Return whether this person changes issuers and signatories."""
    return is_member(user) and user.has_perm(MANAGE)  # type: ignore[union-attr]
