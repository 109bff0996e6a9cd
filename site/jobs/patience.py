"""How long a watchdog waits before it calls its group hung. A pure function of what was seen and when."""

from dataclasses import dataclass


@dataclass
class Patience:
    """Runs out when for `seconds` on end jobs were waiting and no worker was seen at one.

    Times are seconds of a clock that only goes forward.
    """

    seconds: float
    since: float | None = None

    def is_out(self, *, unbegun: int, is_busy: bool, now: float) -> bool:
        """Note what was seen at `now`, and say whether patience has run out."""
        if unbegun == 0 or is_busy:
            self.since = None
            return False
        if self.since is None:
            self.since = now
        return now - self.since >= self.seconds
