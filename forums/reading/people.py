"""How writers are shown: a name, a country, a woven mark. No voice is bigger than another."""

from uuid import UUID

WOVEN_MARKS = 6
DYES = 4


def mark_of(uid: UUID | None) -> tuple[int, int]:
    """Return figure (0 to 5) and dye (0 to 3) of a person's woven mark: always the same for the same person; plain for former members."""
    if uid is None:
        return 0, 0
    return uid.int % WOVEN_MARKS, uid.int // WOVEN_MARKS % DYES
