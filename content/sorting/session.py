"""A concept note of a conference session: title, event, place, date and hours, then the note itself."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from content.reading.pieces import ITEM, Piece
from content.reading.when import read_when
from content.sorting.choices import Meaning
from content.sorting.headings import ROMAN, find_label, is_headline, is_short
from content.sorting.landing import Landing, Unfit
from content.sorting.session_labels import EVENT, HEADINGS, JOINING, LABELLED, PAPER
from content.sorting.taking import prose_with_headings, take_origin, take_title

LONG_PARAGRAPH = 30
PLACE_WORDS = 10


def read_session(pieces: Sequence[Piece]) -> Landing:
    """Return where the words of a session's concept note go. Raises Unfit."""
    landing = Landing(pieces)
    rest = take_origin(landing, pieces)
    start = _body_start(rest)
    lines = [piece for piece in rest[:start] if not _is_known_line(landing, piece)]
    event = next((piece for piece in lines if EVENT.search(piece.text) and is_short(piece)), None)
    title = take_title(landing, [piece for piece in lines if piece is not event] or lines) if "title" not in landing.values else None
    if event is not None and event is not title:
        _take_event(landing, event, rest[rest.index(event) + 1 : start])
    has_headings = any(find_label(piece, HEADINGS) for piece in rest[start:])
    signs = ["when" in landing.facts, has_headings, "lead" in landing.values]
    if not any(signs) or sum(signs) + ("event" in landing.values) + ("place" in landing.values) < 2:
        raise Unfit(_("This does not read like a session: no event, place, date or known heading was found."))
    landing.facts.pop("when", None)
    prose_with_headings(landing, "note", _numbered_headings(rest[start:]))
    return landing


def _body_start(pieces: Sequence[Piece]) -> int:
    """Return where the note begins: at its first heading, or at its first long paragraph."""
    for index, piece in enumerate(pieces):
        if index and (find_label(piece, HEADINGS) or (ROMAN.match(piece.text) and is_headline(piece))):
            return index
    long = next((index for index, piece in enumerate(pieces) if len(piece.text.split()) >= LONG_PARAGRAPH), len(pieces))
    return long - 1 if long > 1 and is_headline(pieces[long - 1]) else long


def _numbered_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a known heading among them being no list item although it bears a number."""
    return [Piece("heading", piece.runs, number=piece.number) if find_label(piece, HEADINGS) else piece for piece in pieces]


def _is_known_line(landing: Landing, piece: Piece) -> bool:
    """Place a line of the head that says by itself what it is."""
    if piece.kind == ITEM:
        return False
    labelled = LABELLED.match(piece.text)
    start = labelled.end() if labelled else 0
    if "when" not in landing.facts and _take_when(landing, piece, start):
        pass
    elif labelled and not labelled["when"]:
        name = "event" if labelled["event"] else "place" if labelled["place"] else "title"
        landing.fill(name, piece, piece.text[start:], limit=200)
    elif PAPER.match(piece.text) and is_short(piece):
        landing.fill("lead", piece, limit=300)
    else:
        return False
    if start:
        landing.understand(piece, Meaning.LABEL, piece.text[:start].rstrip(" :"))
    return True


def _take_when(landing: Landing, piece: Piece, start: int) -> bool:
    """Place a line of date and hours: the date as it is written, the hours as times, the year only where it is written."""
    text = piece.text[start:]
    when = read_when(text)
    if when is None:
        return False
    landing.facts |= {"when": True, "starts_on": when.date, "starts_at_time": when.starts, "ends_at_time": when.ends}
    if when.date is not None:
        landing.understand(piece, Meaning.DATE, when.date_words)
        landing.facts["date_as_written"] = when.date_words[:120]
    elif when.date_words:
        landing.fill("date_as_written", piece, when.date_words, limit=120)
        landing.notes.append(_("The date is kept as it is written: it names no full day, so none was made up."))
    if when.time_words:
        landing.understand(piece, Meaning.TIMES, when.time_words)
    if when.rest:
        landing.leave(piece, when.rest)
    if when.is_weekday_wrong:
        landing.notes.append(_("The weekday and the date do not agree."))
    return True


def _take_event(landing: Landing, piece: Piece, after: Sequence[Piece]) -> None:
    """Place the event's name without the words that join it to the title, and the place that follows it."""
    joining = JOINING.match(piece.text)
    start = joining.end() if joining else 0
    if joining:
        landing.understand(piece, Meaning.JOINING, joining[0].strip())
    name, *places = piece.text[start:].rstrip(" ,;").split(", ")
    if "place" not in landing.values and places and all(len(part.split()) <= 4 and part[:1].isupper() for part in places):
        landing.fill("event", piece, name, limit=250)
        landing.fill("place", piece, ", ".join(places), limit=200)
        return
    landing.fill("event", piece, piece.text[start:].rstrip(" ,;"), limit=250)
    placed = {part.number for part in landing.parts}
    place = after[0] if after and after[0].number not in placed else None
    if place is not None and "place" not in landing.values and len(place.text.split()) <= PLACE_WORDS:
        landing.fill("place", place, place.text.rstrip(" ,;."), limit=200)
