"""Reasons for which nothing is brought in."""


class Refused(ValueError):
    """Nothing was brought in; the message is one sentence for the person. `field` names the input that it concerns."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field
