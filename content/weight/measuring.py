"""Weigh a page by what is written in it: its compressed text, its pictures, its videos. No second rendering, no query.

Templates say what they do not carry themselves: `data-bytes` on a picture, `data-video` on a video (with `data-about` where the editor
stated the size). A drawing of `content.covers` is drawn again here, from memory, to know its size.
"""

import re
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import brotli
from django.contrib.staticfiles import finders

from content.covers.links import KEY, STRIPS
from content.covers.weaving import cloth, tile

PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"[^>]*>')
PICTURE_BYTES = re.compile(r'\bdata-bytes="(\d{1,9})"')
VIDEO = re.compile(r'\bdata-video="(\d{1,12})"( data-about)?')
COVER = re.compile(rf"/cover/({KEY})\.svg$")
CLOTH = re.compile(rf"/cover/cloth/({STRIPS})\.svg$")
FRAME = ("css/site.css", "img/sprite.svg")
ENVELOPE = 12  # gzip's own head and tail, less those of zlib


class Weight(NamedTuple):
    """Bytes on the wire: the page's text, its pictures, the styles and icons that a first visit needs too, and the videos if opened."""

    text: int
    pictures: int
    frame: int
    videos: int
    is_about: bool  # the size of some video is only stated

    @property
    def first_visit(self) -> int:
        """Return the bytes of all that loads by itself on a first visit."""
        return self.text + self.pictures + self.frame


def weigh(html: str) -> Weight:
    """Return the weight of a page, given as it is sent. A picture shown twice travels once."""
    pictures = {match[1]: match[0] for match in PICTURE.finditer(html)}
    videos = VIDEO.findall(html)
    return Weight(
        text=deflated(html),
        pictures=sum(picture_bytes(address, tag) for address, tag in pictures.items()),
        frame=frame_bytes(),
        videos=sum(int(size) for size, _about in videos),
        is_about=any(about for _size, about in videos),
    )


def deflated(text: str) -> int:
    """Return how many bytes a text needs when it is sent compressed."""
    return len(zlib.compress(text.encode(), 6)) + ENVELOPE


def picture_bytes(address: str, tag: str) -> int:
    """Return the bytes of one picture: as its tag states them, or as it is drawn; 0 where nobody knows."""
    if stated := PICTURE_BYTES.search(tag):
        return int(stated[1])
    if drawn := CLOTH.search(address):
        return deflated(cloth(tuple(drawn[1].split("-"))))
    if drawn := COVER.search(address):
        return deflated(tile(drawn[1]))
    return 0


@lru_cache(maxsize=1)
def frame_bytes() -> int:
    """Return the bytes of the styles and icons that every page shares, as sent the first time."""
    found = [finders.find(name) for name in FRAME]
    return sum(len(brotli.compress(Path(path).read_bytes())) for path in found if isinstance(path, str))
