"""Why something cannot be done, as an exception that knows its sentence."""


class Refused(Exception):
    """A step of a review cannot be taken. `sentence`: why, for people, in the language that was active."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
