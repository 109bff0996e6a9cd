"""A filled form cut into answers: which words are the printed question, which are said again, which are torn off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from content.practices.choices import PROSE
from content.questionnaire.filled_labels import LABELS
from content.reading.lines import is_ended
from content.reading.pieces import ITEM, Piece, cut
from content.sorting.choices import Meaning
from content.sorting.headings import MOST_WORDS, find_label, plain_label
from content.sorting.landing import Landing, TornEnd

COLON = re.compile(r"\s*[:：]\s*")
SPACE = re.compile(r"\s+")
LONG = 40


@dataclass
class Answer:
    """What stands below or beside one question. `key` is empty for what stands before the first."""

    key: str = ""
    pieces: list[Piece] = field(default_factory=list)


def cut_answers(landing: Landing, pieces: Sequence[Piece]) -> list[Answer]:
    """Return the answers in the order of the document; the questions' own words are placed as understood."""
    answers = [Answer()]
    for piece in pieces:
        key, end = _question(piece)
        if key:
            answers.append(Answer(key))
            landing.understand(piece, Meaning.LABEL, piece.text[:end])
            piece = replace(piece, runs=cut(piece.runs, end))
            piece = replace(piece, runs=cut(piece.runs, len(piece.text) - len(piece.text.lstrip(" :："))))
        if not piece.text:
            continue
        if name := _torn_from(piece, answers):
            landing.leave(piece)
            landing.torn.append(TornEnd(piece.number, name))
            continue
        answers[-1].pieces.append(_without_label(landing, piece, answers[-1]))
    return answers


def _question(piece: Piece) -> tuple[str, int]:
    """Return the question that a piece is or begins with ("Institution: …"), and where its words end."""
    if key := find_label(piece, LABELS):
        return key, len(piece.text)
    colon = COLON.search(piece.text)
    key = _known(piece.text[: colon.start()], LABELS) if colon and piece.kind != ITEM else ""
    return (key, colon.start()) if key and colon else ("", 0)


def _known(text: str, labels: dict[str, tuple[str, ...]]) -> str:
    if len(text.split()) > MOST_WORDS:
        return ""
    bare = plain_label(text)
    return next((key for key, patterns in labels.items() if any(re.fullmatch(pattern, bare) for pattern in patterns)), "")


def _without_label(landing: Landing, piece: Piece, answer: Answer) -> Piece:
    """Take the question's words from the beginning of its own answer, where they were typed again before a new sentence."""
    if answer.pieces or not answer.key:
        return piece
    starts = [found.start() for found in SPACE.finditer(piece.text)][:MOST_WORDS]
    for end in reversed(starts):
        rest = piece.text[end:].lstrip(" :–-")
        if rest[:1].isupper() and _known(piece.text[:end], {answer.key: LABELS[answer.key]}):
            landing.understand(piece, Meaning.REPEATED, piece.text[:end])
            return replace(piece, runs=cut(piece.runs, len(piece.text) - len(rest)))
    return piece


def _torn_from(piece: Piece, answers: Sequence[Answer]) -> str:
    """Return the prose field whose end was cut off and that this piece goes on with: a small letter after a whole answer."""
    here = answers[-1]
    if not piece.text[:1].islower() or piece.kind == ITEM or not here.pieces or not is_ended(here.pieces[-1].text):
        return ""
    open_ended = (
        answer.key
        for answer in reversed(answers)
        if answer.key in PROSE and answer.pieces and len(answer.pieces[-1].text) > LONG and not is_ended(answer.pieces[-1].text)
    )
    return next(open_ended, "")
