"""Texts inside Moodle XML, with the pictures that stand beside them. Pure."""

import base64
import binascii
import re
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from content.markup.rendering import render
from courses.formats.items import Item
from courses.questions.markup import PLACE, as_html
from courses.questions.pictures import MOST_FILES, NotTaken, kind_of, prepared

_INLINE = re.compile(r"""\bsrc\s*=\s*(["'])data:image/[a-z+.-]{1,20};base64,([A-Za-z0-9+/=\s%]+)\1""", re.IGNORECASE)
_FAR_PICTURE = re.compile(r"<img\b[^<>]*\bsrc\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE)


def said(node: Element | None, path: str) -> str:
    """Return the bare text at a path, nothing where there is none."""
    return (node.findtext(path) or "").strip() if node is not None else ""


def html_of(node: Element | None, item: Item) -> str:
    """Return a node's text as HTML; its pictures are put with the item, what cannot be kept is noted there."""
    if node is None:
        return ""
    found = node.find("text")
    raw = (found.text or "").strip() if found is not None else (node.text or "").strip()
    form = node.get("format", "html")
    if form == "plain_text":
        return as_html(raw)
    if form == "markdown":
        return render(raw).html
    html = raw.replace("\n", "<br>") if form == "moodle_auto_format" and "<" not in raw else raw
    for file in node.iter("file"):
        html = _with_file(file, html, item)
    html = _INLINE.sub(lambda match: _inline(match, item), html)
    if _FAR_PICTURE.search(html):
        item.notes.append(_("A picture at another address is left out: only pictures inside the file are kept."))
    return html


def old_picture(node: Element, item: Item) -> str:
    """Return the picture that Moodle kept beside a question before version 2, as HTML below it."""
    given, raw = said(node, "image"), said(node, "image_base64")
    name = _put(given.rsplit("/", 1)[-1][-150:] or "picture", _decoded(raw), item) if raw else ""
    return f'<p><img src="{PLACE}{quote(name)}" alt=""></p>' if name else ""


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def _with_file(file: Element, html: str, item: Item) -> str:
    given = " ".join((file.get("name") or "").split()).replace("/", "-")[-150:]
    name = _put(given or "picture", _decoded(file.text or ""), item)
    if name in ("", given):
        return html
    return html.replace(PLACE + given, PLACE + name).replace(PLACE + quote(given), PLACE + quote(name))


def _inline(match: re.Match[str], item: Item) -> str:
    data = _decoded(unquote(match[2]))
    name = _put(f"picture.{kind_of(data) or 'png'}", data, item)
    return f'src="{PLACE}{name}"' if name else 'src=""'


def _put(given: str, data: bytes, item: Item) -> str:
    """Put a picture with the item; another one of the same name gets a number. Returns its name, nothing where it is not taken."""
    stem, dot, end = given.rpartition(".")
    names = (given, *(f"{stem or end}-{number}{dot}{end if dot else ''}" for number in range(2, MOST_FILES + 2)))
    name = next((one for one in names if item.files.get(one, data) == data), "")
    try:
        if not name or len(item.files) >= MOST_FILES:
            raise NotTaken(_("There are more than %(most)d pictures.") % {"most": MOST_FILES})
        prepared(data)
    except NotTaken as reason:
        item.notes.append(_("“%(name)s” is left out: %(reason)s") % {"name": given, "reason": reason})
        return ""
    item.files[name] = data
    return name
