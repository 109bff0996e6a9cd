"""Why a guest's link leads no further."""

from enum import StrEnum


class Refusal(StrEnum):
    """What the page behind a link says instead of doing something."""

    UNKNOWN = "unknown"  # not signed by us, or replaced by a newer one
    OVER = "over"  # too old
    USED = "used"  # pressed before
    GONE = "gone"  # the message vanished, or was taken back
    CLOSED = "closed"  # its topic or forum takes no messages any more
    OTHERS = "others"  # the address belongs to another account than the one that is signed in
    SUSPENDED = "suspended"


NOT_FOUND = (Refusal.UNKNOWN, Refusal.GONE)
