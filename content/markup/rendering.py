"""People's Markdown made into safe HTML, once, when it is written: Markdown, then bleach, then nh3 as the last gate (decision in docs)."""

import re
from time import monotonic
from typing import Any, NamedTuple

import nh3
from bleach.linkifier import Linker
from bleach.sanitizer import Cleaner

from content.markup.addresses import is_safe_address
from content.markup.allowed import ATTRIBUTES, REL, SCHEMES, TAGS
from content.markup.writing import as_html, tidied

VERSION = 1  # raise it when the same text would become other HTML; callers store it and know what to render again
LONGEST_WORD = 300  # beyond, links are not looked for: the search for them is quadratic
SECONDS = 1.0
_LONG = re.compile(rf"[^\s<>]{{{LONGEST_WORD},}}")


class Rendered(NamedTuple):
    """Safe HTML and the version of the renderer that made it."""

    html: str
    version: int


class _TooSlowError(Exception):
    """Looking for links took too long."""


def render(text: str) -> Rendered:
    """Return the HTML of what somebody wrote. Never raises for any text; what is not allowed is shown as typed or left out."""
    html = as_html(tidied(text))
    html = _cleaner().clean(html)
    html = _linked(html)
    return Rendered(_last_gate(html), VERSION)


def _cleaner() -> Cleaner:
    return Cleaner(tags=TAGS, attributes=_is_allowed, protocols=SCHEMES, strip=True, strip_comments=True)


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name not in ATTRIBUTES.get(tag, ()):
        return False
    return is_safe_address(value) if name == "href" else value.isdigit() and len(value) < 6


def _linked(html: str) -> str:
    """Make bare addresses into links, within a time and for words of human length; else leave them as text."""
    if _LONG.search(html):
        return html
    until = monotonic() + SECONDS

    def keep(attributes: dict[Any, str], new: bool = False) -> dict[Any, str] | None:
        if monotonic() > until:
            raise _TooSlowError
        return attributes if is_safe_address(attributes.get((None, "href"), "")) else None

    try:
        return Linker(callbacks=[keep], parse_email=False).linkify(html)
    except (_TooSlowError, RecursionError):
        return html


def _last_gate(html: str) -> str:
    def checked(tag: str, name: str, value: str) -> str | None:
        return value if name == "rel" or _is_allowed(tag, name, value) else None

    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    return nh3.clean(html, tags=set(TAGS), attributes=attributes, attribute_filter=checked, url_schemes=set(SCHEMES), link_rel=REL)
