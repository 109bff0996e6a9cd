"""The process that reads one file: `python -m content.sheets.worker docx|pdf`, the file on standard input, JSON on standard output.

It limits its own time and memory before it opens anything, and knows neither Django nor the database.
"""

import json
import logging
import resource
import sys

from content.sheets.limits import MOST_BYTES, MOST_CHARACTERS, MOST_MEMORY, MOST_SECONDS, Refused
from content.sheets.portable import read_portable
from content.sheets.word import read_word

READERS = {"docx": read_word, "pdf": read_portable}


def read(kind: str, data: bytes) -> dict[str, str]:
    """Return the file's text as `html`, or why it is `refused`."""
    try:
        html = READERS[kind](data)
    except Refused as error:
        return {"refused": error.reason}
    except (RecursionError, MemoryError):
        return {"refused": "heavy"}
    return {"html": html} if len(html) <= MOST_CHARACTERS else {"refused": "unpacked"}


def main() -> None:
    """Read what stands on standard input."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    logging.disable(logging.CRITICAL)
    answer = read(sys.argv[1], sys.stdin.buffer.read(MOST_BYTES + 1))
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
