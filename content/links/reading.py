"""The addresses in a page's fields. No models, no request."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urlsplit

HREF = re.compile(r"""\shref=(?:"([^"]{1,3000})"|'([^']{1,3000})')""", re.IGNORECASE)
PAGE = re.compile(r"""<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d{1,9})\"""")
WHOLE = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST = 2000
MOST = 500  # of one page
LONGEST_TEXT = 1_000_000
DEEPEST = 60  # levels of lists and dicts; editors' blocks have a dozen


def addresses_in(value: Any) -> set[str]:
    """Return the http(s) addresses in a value as pages keep it (texts, lists, dicts, rich text), and `page:ID` for each link to a page."""
    found: set[str] = set()
    for text in _texts(value, DEEPEST):
        found |= set(_in_text(text[:LONGEST_TEXT]))
        if len(found) >= MOST:
            break
    return set(sorted(found)[:MOST])


def _texts(value: Any, levels: int, *, is_inside: bool = False) -> Iterator[str]:
    """Yield every text down to so many levels; a field of blocks comes as JSON in a text."""
    if isinstance(value, str):
        yield from [value] if is_inside or not value.startswith("[{") else _texts(_blocks(value), levels, is_inside=True)
    elif isinstance(value, dict | list | tuple) and levels:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part, levels - 1, is_inside=is_inside)


def _blocks(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _in_text(text: str) -> Iterator[str]:
    for one, other in HREF.findall(text):
        if address := tidy(unescape(one or other)):
            yield address
    for page_id in PAGE.findall(text):
        yield f"page:{int(page_id)}"
    if WHOLE.fullmatch(text.strip()) and (address := tidy(text.strip())):
        yield address


def tidy(address: str) -> str:
    """Return an http(s) address without what only a browser reads, or nothing for anything else."""
    try:
        bare, _fragment = urldefrag(address.strip())
        parts = urlsplit(bare)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return ""
    is_safe = parts.scheme.lower() in ("http", "https") and host and len(bare) <= LONGEST and bare.isprintable() and " " not in bare
    return bare if is_safe else ""
