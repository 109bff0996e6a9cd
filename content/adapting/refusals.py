"""What cannot be done, said to whoever tried."""


class Refused(Exception):
    """It cannot be done. `sentence` says why, in the language that is active."""

    def __init__(self, sentence: object) -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)
