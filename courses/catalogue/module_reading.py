"""A module of a course as documents write it: lettered parts, an introductory text, videos, the discussion."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from content.reading.pieces import Piece
from content.sorting.choices import Meaning
from content.sorting.headings import Section, split
from content.sorting.landing import Block, Landing, Unfit
from content.sorting.taking import prose_with_headings, take_origin, take_title
from courses.catalogue.module_labels import HEADINGS

MODULE = re.compile(r"^(?:module|módulo|modulo|unit|unidade|unidad|unité)\s+(?:\d{1,2}|[IVX]{1,5})\b", re.IGNORECASE)
HOURS = re.compile(
    r"^(?:duration|hours|duração|horas|duración|durée|heures)\s*:\s*(\d{1,3})\s*(?:h|hours?|horas?|heures?)?\.?$", re.IGNORECASE
)
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
HOSTS = (
    ("youtube", re.compile(r"//(?:www\.|m\.)?(?:youtube\.com|youtu\.be|youtube-nocookie\.com)/")),
    ("vimeo", re.compile(r"//(?:www\.|player\.)?vimeo\.com/")),
)
OUTDATED = re.compile(r"\b(?:disqus|facebook|twitter|google|social media|redes sociais|redes sociales|réseaux sociaux)\b", re.IGNORECASE)
AIM_LIMIT = 300
TITLE_LIMIT = 200


def read_module(pieces: Sequence[Piece]) -> Landing:
    """Return where the words of a module go. Raises Unfit."""
    landing = Landing(pieces)
    head, *sections = split(take_origin(landing, pieces), HEADINGS)
    titled = [piece for piece in head.body if MODULE.match(piece.text)]
    if not titled and not ({section.key for section in sections} - {"forum", "aims", "reading"}):
        raise Unfit(_("This does not read like a module: neither its number nor one of its parts was recognised."))
    title = take_title(landing, titled or head.body[:1])
    prose_with_headings(landing, "intro", [piece for piece in head.body if piece is not title and not _take_hours(landing, piece)])
    for section in sections:
        _read_section(landing, section)
    return landing


def _read_section(landing: Landing, section: Section) -> None:
    if section.heading is not None:
        landing.understand(section.heading, Meaning.HEADING)
    if section.key in ("aims", "outcomes"):
        _read_points(landing, section)
    elif section.key == "videos":
        _read_videos(landing, section.body)
    elif section.key == "forum":
        _read_forum(landing, section.body)
    else:
        prose_with_headings(landing, section.key, section.body)


def _take_hours(landing: Landing, piece: Piece) -> bool:
    found = HOURS.match(piece.text)
    if found and "hours" not in landing.facts:
        landing.facts["hours"] = int(found[1])
        landing.understand(piece, Meaning.HOURS)
    return found is not None


def _read_points(landing: Landing, section: Section) -> None:
    """Each line is one aim or outcome; the words that lead to a list, and what is too long, are left over."""
    for piece in section.body:
        if len(piece.text) <= AIM_LIMIT and not piece.text.endswith(":"):
            landing.add(section.key, Block(section.key.removesuffix("s"), piece.text), [(piece, piece.text)])


def _read_videos(landing: Landing, body: Sequence[Piece]) -> None:
    """A line with an address at a known host is a video, the words before the address its title; the rest is left over."""
    if not body:
        landing.notes.append(_("The document names no video: none was added."))
    for number, piece in enumerate(body, start=1):
        address = ADDRESS.search(piece.text)
        place = next((name for name, host in HOSTS if address and host.search(address[0])), "")
        said = piece.text[: address.start()].strip(" :–—-") if address else ""
        if not place or not address or len(said) > TITLE_LIMIT:
            continue
        value = {
            "title": said or f"{landing.values['title'][: TITLE_LIMIT - 5]} ({number})",
            "place": place,
            "address": address[0],
            "captions": [],
            "transcripts": [],
        }
        landing.add("videos", Block("video", value, ("place",) if said else ("place", "title")), [(piece, said), (piece, address[0])])
        landing.leave(piece, piece.text[address.end() :].strip())


def _read_forum(landing: Landing, body: Sequence[Piece]) -> None:
    """Keep what invites people to talk; what speaks of other services, and a word that leads nowhere, are left over."""
    landing.prose(
        "forum_text",
        [piece for piece in body if not OUTDATED.search(piece.text) and not (piece.text.isupper() and piece.text.endswith(":"))],
    )
    if any(OUTDATED.search(piece.text) for piece in body):
        landing.notes.append(_("What the discussion says of other services does not hold here: it was left over."))
