"""What a reader is told of a video before anything of it loads."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.urls import reverse

from content.media.hosts import Hosted, hosted
from content.media.queries import video_facts

MEGABYTE = 1_000_000
TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


@dataclass(frozen=True)
class Transcript:
    """What is said and shown, as text in one language."""

    code: str
    text: Any


@dataclass(frozen=True)
class Card:
    """A video as its poster shows it: minutes and bytes (0: unknown, `is_about`: only stated by the editor), and where it plays."""

    title: str
    key: str
    url: str = ""
    minutes: int = 0
    size: int = 0
    is_about: bool = False
    at: Hosted | None = None
    file: Any = None
    captions: list[str] = field(default_factory=list)
    transcripts: list[Transcript] = field(default_factory=list)

    @property
    def is_playable(self) -> bool:
        """Whether there is a video yet."""
        return bool(self.at or self.file)

    @property
    def host(self) -> str:
        """Return who keeps the video, where that is not us."""
        return self.at.host if self.at else ""

    @property
    def transcript(self) -> Transcript | None:
        """Return the text that suits the reader best."""
        return self.transcripts[0] if self.transcripts else None


def card_of(value: Any, *, block_id: str, page_key: UUID | None, language: str) -> Card:
    """Return what a reader of this language is told of a video block. Without a page (`page_key`) there is nowhere to play it."""
    place = value.get("place")
    file = own_file(value) if place == "own" else None
    at = hosted(place, value.get("address") or "", language)
    size, is_about = price(value, file)
    spoken = [part["language"] for part in value.get("captions") or []] if file else []
    written = [Transcript(part["language"], part["text"]) for part in value.get("transcripts") or []]
    return Card(
        title=value.get("title") or "",
        key=page_key.hex if page_key else block_id,
        url=player_url(page_key, block_id) if (file or at) and page_key else "",
        minutes=minutes_of(value, file),
        size=size if file or at else 0,
        is_about=is_about,
        at=at,
        file=file,
        captions=sorted(dict.fromkeys(spoken), key=lambda code: code != language),
        transcripts=sorted(written, key=lambda text: text.code != language),
    )


def own_file(value: Any) -> Any:
    """Return the file of our own that plays, or None where there is none that a browser can play."""
    file = value.get("file")
    return file if file and extension(file) in TYPES else None


def extension(file: Any) -> str:
    """Return the ending of a file's name, in small letters."""
    return file.file_extension.lower()


def minutes_of(value: Any, file: Any) -> int:
    """Return how long a video is: an own file is measured, else as the editor states it; 0 where nobody knows."""
    measured = video_facts(file)[0] if file else None
    return measured or value.get("minutes") or 0


def price(value: Any, file: Any) -> tuple[int, bool]:
    """Return the bytes of a video and whether they are only stated: an own file is measured."""
    if file and (measured := file.get_file_size()):
        return measured, False
    stated = value.get("megabytes")
    return (int(stated * MEGABYTE), True) if stated else (0, False)


def player_url(page_key: UUID | None, block_id: str) -> str:
    """Return the page that plays this video; nothing where the block has no id yet (a draft being written)."""
    try:
        return reverse("video", args=[page_key, UUID(block_id)])
    except ValueError:
        return ""
