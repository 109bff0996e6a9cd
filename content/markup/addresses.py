"""Which addresses people may link to."""

import re

_SAFE = re.compile(r"(?:https?://[^/\\\s]|mailto:[^\s?]+@|/(?![/\\])|#)", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
LONGEST = 2000


def is_safe_address(address: str) -> bool:
    """Return whether this is a web page, a mailbox, or a page of this site; never a script, a file, or another host in disguise."""
    return len(address) <= LONGEST and not _UNSEEN.search(address) and bool(_SAFE.match(address))
