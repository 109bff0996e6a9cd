"""Where a long list of topics goes on: no page numbers, so that the millionth topic costs what the first does."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 10**16  # microseconds: the year 2286


@dataclass(frozen=True)
class Cursor:
    """Below the topic with this time of its last post and this id, pinned or not."""

    is_pinned: bool
    at: datetime
    id: int

    @classmethod
    def read(cls, word: str) -> "Cursor | None":
        """Return the cursor that a word of an address means, or None for any other word."""
        parts = word.split("-")
        if len(word) > 45 or len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
            return None
        pinned, microseconds, id = (int(part) for part in parts)
        if pinned > 1 or microseconds > _LATEST or id >= 2**63:
            return None
        return cls(bool(pinned), _EPOCH + timedelta(microseconds=microseconds), id)

    def __str__(self) -> str:
        return f"{int(self.is_pinned)}-{(self.at - _EPOCH) // timedelta(microseconds=1)}-{self.id}"
