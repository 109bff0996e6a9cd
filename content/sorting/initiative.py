"""The page of an initiative: what it is, how it works in phases, what it achieved, where it looks, what it needs, who supports it."""

import re
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from content.reading.lines import is_ended
from content.reading.pieces import HEADING, ITEM, Piece
from content.sorting.choices import Meaning
from content.sorting.headings import Section, split
from content.sorting.initiative_labels import HEADINGS
from content.sorting.landing import Block, Landing, Unfit, paragraphs_html
from content.sorting.milestones import read_achievements, read_workings
from content.sorting.taking import prose_with_headings, take_origin, take_title

NAMED = re.compile(
    r"\b(initiative|iniciativa|programme|program|programa|alliance|alianza|aliança|partnership|partenariat|plataforma|platform|coalition|coalizão|network|rede|réseau)\b",
    re.IGNORECASE,
)
LEAD_WORDS = 12
CRUMB_WORDS = 6
PARTNER_LIMIT = 250


def read_initiative(pieces: Sequence[Piece]) -> Landing:
    """Return where the words of an initiative's page go. Raises Unfit."""
    landing = Landing(pieces)
    head, *sections = split(take_origin(landing, pieces), HEADINGS)
    if len({section.key for section in sections} - {"other"}) < 2:
        raise Unfit(_("This does not read like an initiative: fewer than two of its headings were recognised."))
    _read_head(landing, head)
    for section in sections:
        if section.heading is not None and section.key != "other":
            landing.understand(section.heading, Meaning.HEADING)
            READERS[section.key](landing, section.body)
    return landing


def _read_head(landing: Landing, head: Section) -> None:
    """Choose the line that names an initiative as title; a sentence below it is the lead; other lines are left over."""
    body = head.body
    marked = [piece for piece in body if piece.kind == HEADING]
    title = take_title(landing, marked or [piece for piece in body if NAMED.search(piece.text)] or body[-1:])
    after = body[body.index(title) + 1 :]
    lead = next((piece for piece in after if len(piece.text.split()) >= LEAD_WORDS), None)
    if lead is not None:
        landing.fill("lead", lead, limit=1000)


def _read_about(landing: Landing, body: Sequence[Piece]) -> None:
    prose_with_headings(landing, "about", body, is_loose=True)


def _read_focus(landing: Landing, body: Sequence[Piece]) -> None:
    """The first list holds the points; what stands before it introduces them; what stands after it is left over."""
    first = next((index for index, piece in enumerate(body) if piece.kind == ITEM), len(body))
    landing.prose("focus_lead", body[:first])
    for piece in body[first:]:
        if piece.kind == ITEM:
            _add_point(landing, "focus", piece)


def _read_needs(landing: Landing, body: Sequence[Piece]) -> None:
    """Each paragraph is one need; a few words that lead nowhere are left over."""
    for piece in body:
        if len(piece.text.split()) > CRUMB_WORDS or not piece.text.endswith(":"):
            _add_point(landing, "needs", piece)


def _read_partners(landing: Landing, body: Sequence[Piece]) -> None:
    """A name begins with a capital and does not end as a sentence; anything else is left over."""
    for piece in body:
        if piece.text[:1].isupper() and not is_ended(piece.text) and len(piece.text) <= PARTNER_LIMIT:
            landing.add("partners", Block("partner", {"name": piece.text, "url": ""}), [(piece, piece.text)])


def _add_point(landing: Landing, name: str, piece: Piece) -> None:
    landing.add(name, Block("point", {"text": paragraphs_html([piece])}), [(piece, piece.text)])


READERS: dict[str, Callable[[Landing, Sequence[Piece]], None]] = {
    "about": _read_about,
    "workings": read_workings,
    "phases": read_workings,
    "achievements": read_achievements,
    "focus": _read_focus,
    "needs": _read_needs,
    "partners": _read_partners,
}
