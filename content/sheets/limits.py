"""How much of a file is read, and the words for a file that asks for more. Known to the reading process, which has no Django."""

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_XML = 20 * 1024 * 1024
MOST_PARTS = 2000
MOST_PAGES = 60
MOST_CHARACTERS = 2 * 1024 * 1024
MOST_SECONDS = 20
MOST_MEMORY = 1024 * 1024 * 1024


class Refused(Exception):
    """The file is not read; `reason` is one of the names that `opening.sentence` has words for."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
