"""Why a search is not kept."""


class Refused(Exception):
    """Not done; the text is for the person who asked."""
