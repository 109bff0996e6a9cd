"""HTML inside questions: the house's allow-list for people's text and, beyond it, own pictures, tables, raised and lowered signs."""

import re
from collections.abc import Collection, Mapping
from html import escape, unescape
from urllib.parse import quote, unquote

import nh3

from content.markup.addresses import is_safe_address
from content.markup.allowed import ATTRIBUTES, REL, SCHEMES, TAGS

PLACE = "@@PLUGINFILE@@/"
LONGEST = 50_000
_TABLES = {"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
_TAGS = {*TAGS, *_TABLES, "b", "i", "img", "s", "small", "span", "sub", "sup", "u"}
_ATTRIBUTES = {tag: set(names) for tag, names in ATTRIBUTES.items()} | {
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "span": {"lang", "dir"},
    "p": {"lang", "dir"},
}
_BOXES = re.compile(
    r"<(/?)(?:div|h[1-6]|section|article|header|footer|main|aside|center|figure|figcaption|dl|dt|dd|address|fieldset|legend)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"<p>(?:\s|&nbsp;|\u00a0|<br>)*</p>|<span>\s*</span>")
_PICTURE = re.compile(r"<img\b[^<>]*>")
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_ALT = re.compile(r'\balt="([^"]*)"')
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_NUMBER = re.compile(r"[0-9]{1,5}")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,20}")


def cleaned(html: str, names: Collection[str] = (), renamed: Mapping[str, str] | None = None) -> str:
    """Return safe HTML; of pictures only those with these names (of the question's own files) stay, of others the words for them.

    `renamed`: {name in the HTML: name among `names`}.
    """
    text = _BOXES.sub(lambda match: f"<{match[1]}p>", html.replace("\x00", "")[:LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    text = _once(text, {name: name for name in names} | dict(renamed or {}))
    for _round in range(3):  # what was inside may have been emptied: until nothing more changes
        again = _once(_EMPTY.sub("", text), {name: name for name in names})
        if again == text:
            break
        text = again
    return text


def picture_names(html: str) -> list[str]:
    """Return the names of the question's own pictures that this HTML shows."""
    sources = [match[1] for tag in _PICTURE.findall(html) if (match := _SOURCE.search(tag))]
    return list(dict.fromkeys(name for source in sources if (name := _name(unescape(source)))))


def plain(html: str) -> str:
    """Return the words alone, in one line."""
    text = nh3.clean(re.sub(r"<(?:br|/p|/li|/td|/tr)\b[^<>]*>", " ", html), tags=set())
    return " ".join(unescape(text).split())


def says_something(html: str) -> bool:
    """Return whether there are words or a picture."""
    return bool(plain(html)) or "<img" in html


def line(text: object) -> str:
    """Return text as one line of visible signs and single spaces."""
    return " ".join(_UNSEEN.sub("", str(text)).split())


def as_html(text: str) -> str:
    """Return plain text as HTML: each line a line."""
    return "<br>".join(escape(line, quote=False) for line in text.strip().splitlines())


def shown(html: str, addresses: dict[str, str]) -> str:
    """Return cleaned HTML with its pictures at their addresses; `addresses`: {name: address}. A picture without one gives its words."""

    def drawn(match: re.Match[str]) -> str:
        found = _SOURCE.search(match[0])
        address = addresses.get(_name(unescape(found[1])) or "") if found else None
        if found is None or address is None:
            return _words_for(match[0])
        return f'{match[0][: found.start(1)]}{escape(address)}{match[0][found.end(1) : -1]} loading="lazy">'

    return _PICTURE.sub(drawn, html)


def _once(text: str, names: Mapping[str, str]) -> str:
    def checked(tag: str, name: str, value: str) -> str | None:
        return _attribute(tag, name, value, names)

    text = nh3.clean(text, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=checked, url_schemes=set(SCHEMES), link_rel=REL)
    return _PICTURE.sub(lambda match: match[0] if _SOURCE.search(match[0]) else _words_for(match[0]), text).strip()


def _attribute(tag: str, name: str, value: str, names: Mapping[str, str]) -> str | None:
    match name:
        case "href":
            return value if is_safe_address(value) else None
        case "src":
            own = _name(value) or ""
            return PLACE + quote(names[own]) if own in names else None
        case "colspan" | "rowspan" | "width" | "height" | "start":
            return value if _NUMBER.fullmatch(value) else None
        case "lang" | "dir" | "scope":
            return value if _WORD.fullmatch(value) else None
    return value


def _name(source: str) -> str | None:
    """Return the name of an own picture, or None for any other address. Folders are part of no name: Moodle's own keep none."""
    if not source.startswith(PLACE):
        return None
    return unquote(source.removeprefix(PLACE).split("?", 1)[0]).rsplit("/", 1)[-1] or None


def _words_for(tag: str) -> str:
    found = _ALT.search(tag)
    return found[1] if found else ""
