"""A filled copy of the form read: where each of its words goes, and the same as answers that a contributor may go on with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from content.mentions.acronyms import find_meanings
from content.practices.choices import PROSE
from content.questionnaire.filled_facts import read_amounts, read_contacts, read_countries, read_materials, read_period, read_tags
from content.questionnaire.filled_sections import Answer, cut_answers
from content.questionnaire.prose import typed
from content.reading.document import Document, read_document
from content.reading.pieces import HEADING, Piece
from content.sorting.choices import Went
from content.sorting.landing import Landing, Unfit
from content.sorting.taking import TITLE_LIMIT, take_origin

FEWEST = 4
LINES = {"title": TITLE_LIMIT, "author": 250, "institution": 250, "summary": 1000}
TAGS = ("themes", "targets", "instruments", "modality", "sector")
FACTS: dict[str, Callable[[Landing, Sequence[Piece]], None]] = {
    "countries": read_countries,
    "contacts": read_contacts,
    "materials": read_materials,
    "period": read_period,
}


def read_practice(pieces: Sequence[Piece]) -> Landing:
    """Return where the words of a filled form go. Raises Unfit."""
    landing = Landing(pieces)
    head, *answers = cut_answers(landing, take_origin(landing, pieces))
    if len({answer.key for answer in answers}) < FEWEST:
        raise Unfit(_("This does not read like a filled form: fewer than four of its questions were recognised."))
    _take_title(landing, head, answers)
    for answer in answers:
        _take(landing, answer)
    prose = "\n".join(piece.text for answer in answers if answer.key in PROSE for piece in answer.pieces)
    for short, meaning in find_meanings(prose).items():
        landing.add_row("acronyms", {"short": short[:30], "meaning": meaning[:250]})
    return landing


def _take_title(landing: Landing, head: Answer, answers: Sequence[Answer]) -> None:
    """Name the practice by the answer to that question, else by a heading or the first line before all questions. Raises Unfit."""
    if any(answer.key == "title" and answer.pieces for answer in answers):
        return
    named = sorted(head.pieces, key=lambda piece: piece.kind != HEADING)
    piece = next((piece for piece in named if len(piece.text) <= TITLE_LIMIT), None)
    if piece is None:
        raise Unfit(_("No title was found: write it beside “Good practice”."))
    landing.fill("title", piece, limit=TITLE_LIMIT)


def _take(landing: Landing, answer: Answer) -> None:
    if answer.key in LINES:
        for piece in answer.pieces:
            landing.fill(answer.key, piece, limit=LINES[answer.key])
    elif answer.key in PROSE and answer.pieces:
        landing.rich(answer.key, answer.pieces)
        if answer.key == "funding":
            read_amounts(landing, answer.pieces)
    elif answer.key in TAGS:
        read_tags(landing, answer.key, answer.pieces)
    elif answer.key in FACTS:
        FACTS[answer.key](landing, answer.pieces)


@dataclass(frozen=True)
class Filled:
    """A filled form as answers: texts in Markdown, lists as plain rows; `joins` are torn ends with the field they seem to end."""

    language: str
    values: dict[str, str]
    countries: list[dict[str, str]] = field(default_factory=list)
    contacts: list[dict[str, str]] = field(default_factory=list)
    materials: list[dict[str, str]] = field(default_factory=list)
    amounts: list[dict[str, str]] = field(default_factory=list)
    acronyms: list[dict[str, str]] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    instruments: list[str] = field(default_factory=list)
    joins: list[tuple[str, str]] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)


def read_filled(*, data: bytes, name: str, language: str = "") -> Filled:
    """Return the answers in a .docx, .pdf, .txt or .html. Raises Unreadable, and Unfit where it is no form, each with one sentence."""
    return filled_of(read_document(data, name=name), language=language)


def filled_of(document: Document, *, language: str = "") -> Filled:
    """Return the answers in a document that was read. `language` empty: as the text shows, or empty where it does not. Raises Unfit."""
    landing = read_practice(document.pieces)
    landing.sweep()
    rows, texts = landing.rows, {piece.number: piece.text for piece in document.pieces}
    facts = {
        name: str(value) for name, value in landing.facts.items() if name in ("starts_year", "ends_year", "modality", "sector") and value
    }
    return Filled(
        language=language or document.guessed,
        values={key: typed(value) if key in PROSE else value for key, value in landing.values.items()} | facts,
        **{name: rows.get(name, []) for name in ("countries", "contacts", "materials", "amounts", "acronyms")},  # type: ignore[arg-type]
        **{name: [row["code"] for row in rows.get(name, [])] for name in ("themes", "targets", "instruments")},  # type: ignore[arg-type]
        joins=[(end.name, texts[end.number]) for end in landing.torn],
        leftovers=[part.text for part in landing.parts if part.went == Went.LEFT],
        words={"in": landing.reckon(), **{str(went): landing.total(went) for went in Went}},
    )
