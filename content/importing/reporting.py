"""The report on a document: every piece, where its words went, and the sums."""

from typing import Any

from content.importing.choices import Outcome
from content.reading.document import Document
from content.sorting.choices import Went
from content.sorting.landing import Landing


def write_report(document: Document, landing: Landing, *, kind: str, language: str, is_told: bool) -> dict[str, Any]:
    """Return the report as plain JSON values. Raises WordsLost when the words out are not the words in."""
    given = landing.reckon()
    return {
        "outcome": Outcome.LOOKED.value,
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "kind": kind,
            "language": language,
            "language_from": "option" if is_told else "text",
        },
        "page": None,
        "words": {
            "in": given,
            "out": sum(landing.total(went) for went in Went),
            "page": landing.total(Went.PAGE),
            "read": landing.total(Went.READ),
            "left": landing.total(Went.LEFT),
        },
        "facts": {name: str(value) for name, value in landing.facts.items() if value not in (None, "")},
        "pieces": [
            {
                "number": piece.number,
                "kind": piece.kind,
                "text": f"{piece.marker} {piece.text}".strip(),
                "parts": [
                    {"text": part.text, "went": str(part.went), "where": str(part.where)}
                    for part in landing.parts
                    if part.number == piece.number
                ],
            }
            for piece in document.pieces
        ],
        "notes": list(landing.notes),
    }
