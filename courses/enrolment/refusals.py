"""Why somebody does not come in, as an exception that knows its sentence."""

from courses.enrolment.choices import Refusal


class Refused(Exception):
    """Somebody does not come in. `refusal` says why; `reason` is what staff told her."""

    def __init__(self, refusal: Refusal, reason: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.reason = reason

    @property
    def sentence(self) -> str:
        """Return why, in the language that is active."""
        return str(self.refusal.label)
