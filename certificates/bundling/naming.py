"""What files of certificates are called: the holder's name in its own letters, nothing that a file system minds. Pure."""

import re
import unicodedata

NO_SIGNS = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff/\\:*?"<>|]')
SPACES = re.compile(r"\s+")
MOST_BYTES = 160  # of the name alone; file systems end at 255


def file_name(name: str, number: str, ending: str = "pdf") -> str:
    """Return `Name - NUMBER.pdf`: signs that a file system or a zip program minds are left out, long names are cut at a whole letter."""
    plain = SPACES.sub(" ", NO_SIGNS.sub(" ", unicodedata.normalize("NFC", name))).strip(" .")
    plain = plain.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    return f"{plain} - {number}.{ending}" if plain else f"{number}.{ending}"
