"""What a limit answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """The answer to one hit: whether it may pass, in how many seconds to come again, and the count so far."""

    allowed: bool
    retry_after: int
    count: int
