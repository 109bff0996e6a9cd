"""What stands in the way of a paper."""


class Obstacle(Exception):
    """A certificate cannot be made for now; the text says why, in plain words for staff."""


class Unprintable(Obstacle):
    """A certificate cannot be printed with these words, however often it is tried."""
