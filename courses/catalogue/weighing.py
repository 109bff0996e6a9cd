"""How heavy a unit is: its text as it travels, its videos as they are stated or measured."""

import json
import zlib
from collections.abc import Iterable
from typing import Any

MEGABYTE = 1_000_000
FRAME_BYTES = 1_400  # what the frame of a page adds to its text, compressed: measured


def text_bytes(parts: Iterable[Any]) -> int:
    """Return about how many bytes a page with these texts and streams of blocks needs on the wire, compressed; 0 without any text."""
    raw = [part if isinstance(part, str) else list(part.raw_data) for part in parts]
    text = json.dumps(raw, ensure_ascii=False, default=str)
    return FRAME_BYTES + len(zlib.compress(text.encode(), 6)) if any(raw) else 0


def video_bytes(streams: Iterable[Any]) -> tuple[int, bool]:
    """Return the bytes of all videos in these streams, and whether some of them are only stated by an editor, not measured."""
    weights = [_weight(block.value) for stream in streams for block in stream if block.block_type == "video"]
    return sum(size for size, _is_about in weights), any(is_about for _size, is_about in weights)


def _weight(video: Any) -> tuple[int, bool]:
    """Return the bytes of one video and whether they are only stated. What is not there yet weighs nothing."""
    file = video.get("file")
    if video.get("place") == "own":
        return (file.get_file_size() or 0, False) if file else (0, False)
    if video.get("place") in ("youtube", "vimeo") and video.get("megabytes"):
        return int(video["megabytes"] * MEGABYTE), True
    return 0, False
