"""Bake a badge into its picture: the credential travels inside a PNG or an SVG, wherever the picture goes."""

import json
import re
from collections.abc import Mapping
from typing import Any
from zlib import crc32

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER_END = len(SIGNATURE) + 25  # the header of every PNG: length, name, 13 bytes, check sum
KEYWORD = b"openbadgecredential"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
ROOT = re.compile(r"<svg\b[^>]*>")


class NotAPicture(ValueError):
    """This is no PNG, or no SVG."""


def as_text(badge: Mapping[str, Any]) -> str:
    """Return a badge as it is handed out: JSON without spaces, letters as they are."""
    return json.dumps(badge, ensure_ascii=False, separators=(",", ":"))


def baked_png(picture: bytes, badge: Mapping[str, Any]) -> bytes:
    """Return the PNG with the badge in an iTXt chunk right after its header. Raises NotAPicture."""
    if not picture.startswith(SIGNATURE) or picture[12:16] != b"IHDR":
        raise NotAPicture("no PNG")
    body = b"iTXt" + KEYWORD + b"\0" + b"\0\0" + b"\0" + b"\0" + as_text(badge).encode()  # not compressed, no language, no other keyword
    chunk = (len(body) - 4).to_bytes(4) + body + crc32(body).to_bytes(4)
    return picture[:HEADER_END] + chunk + picture[HEADER_END:]


def baked_svg(picture: str, badge: Mapping[str, Any]) -> str:
    """Return the SVG with the badge as its first element. Raises NotAPicture."""
    root = ROOT.search(picture)
    if root is None or root[0].endswith("/>"):
        raise NotAPicture("no SVG")
    text = as_text(badge).replace("]]>", r"]]\u003e")  # the same to a reader of JSON, and it does not end the section
    inside = f"<openbadges:credential><![CDATA[{text}]]></openbadges:credential>"
    opened = root[0][:-1] + f' xmlns:openbadges="{NAMESPACE}">'
    return picture[: root.start()] + opened + inside + picture[root.end() :]
