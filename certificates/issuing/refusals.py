"""Why something is not done, as an exception that knows its sentence."""

from certificates.issuing.choices import Refusal
from certificates.papers.obstacles import Obstacle

__all__ = ["Obstacle", "Refused"]


class Refused(Exception):
    """Not done; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal

    @property
    def sentence(self) -> str:
        """Return why, in the language that is active."""
        return str(self.refusal.label)
