"""The lines of a question's form, and the question that they make. Pure.

A line is a dict: `id` (empty for a new one), `words` (option, left side, accepted words or number), `weight` (per cent), `match` (the right
side) with `match_id`, `tolerance`, `place` (order), `reply` (feedback).
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from courses.bank.typed import as_kept, as_typed
from courses.formats.choices import TRUE_FALSE
from courses.formats.items import weight
from courses.questions.choices import Kind
from courses.questions.grading import weight_of
from courses.questions.markup import cleaned

Row = dict[str, Any]
Words = Mapping[str, Any]
FIELDS: dict[str, tuple[str, ...]] = {
    Kind.SINGLE: ("words", "weight", "reply"),
    Kind.MULTIPLE: ("words", "weight", "reply"),
    Kind.TRUE_FALSE: ("words", "weight", "reply"),
    Kind.MATCHING: ("words", "match", "reply"),
    Kind.ORDERING: ("place", "words", "reply"),
    Kind.SHORT: ("words", "weight", "reply"),
    Kind.NUMERIC: ("words", "tolerance", "weight", "reply"),
}


def rows_of(kind: str, shape: Words, key: Words, words: Words) -> list[Row]:
    """Return the lines of a question with its words in one language (those that it has)."""
    options, replies = words.get("options") or {}, words.get("replies") or {}
    if kind == Kind.MATCHING:
        used = set(key["pairs"].values())
        rows = [{"id": one, "words": options.get(one, ""), "match_id": key["pairs"][one]} for one in shape["lefts"]]
        rows += [{"id": "", "words": "", "match_id": one} for one in shape["rights"] if one not in used]
        rows = [row | {"match": as_typed(options.get(row["match_id"], ""))} for row in rows]
    elif kind == Kind.ORDERING:
        rows = [{"id": one, "words": options.get(one, ""), "place": place} for place, one in enumerate(key["order"], start=1)]
    elif kind == Kind.SHORT:
        accepted = words.get("accepted") or {}
        held = sorted(key["weights"].items(), key=lambda pair: (-weight_of(pair[1]), accepted.get(pair[0], "")))
        return [
            {"id": one, "words": accepted.get(one, ""), "weight": worth, "reply": as_typed(replies.get(one, ""))} for one, worth in held
        ]
    elif kind == Kind.NUMERIC:
        rows = [
            {"id": one["id"], "words": one["value"], "tolerance": one.get("tolerance"), "weight": one["weight"]} for one in key["answers"]
        ]
        return [row | {"reply": as_typed(replies.get(row["id"], ""))} for row in rows]
    else:
        rows = [{"id": one, "words": options.get(one, ""), "weight": key["weights"][one]} for one in shape["options"]]
    return [row | {"words": as_typed(row["words"]), "reply": as_typed(replies.get(row["id"], ""))} for row in rows]


def empty_rows(kind: str, language: str) -> list[Row]:
    """Return the lines of a new question."""
    if kind == Kind.TRUE_FALSE:
        return [{"words": words, "weight": worth} for words, worth in zip(TRUE_FALSE[language], (100, 0), strict=True)]
    if kind in (Kind.ORDERING, Kind.MATCHING):
        return [{"place": place} for place in range(1, 5)]
    return [{"weight": 100 if number == 0 and kind != Kind.MULTIPLE else 0} for number in range(2 if kind == Kind.NUMERIC else 4)]


def question_of(kind: str, rows: Sequence[Row], held: Words) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return (shape, key, words) of what was typed; empty lines count for nothing. `held`: the words before, in the same language."""
    filled = [row | {"id": row.get("id") or str(uuid4())} for row in rows if str(row.get("words") or "").strip()]
    replies = {row["id"]: as_kept(row.get("reply") or "", (held.get("replies") or {}).get(row["id"], "")) for row in filled}
    words: dict[str, Any] = {"replies": {one: reply for one, reply in replies.items() if reply}}
    weights = {row["id"]: weight(str(row.get("weight") or 0)) for row in filled}
    if kind == Kind.SHORT:
        return {}, {"weights": weights}, words | {"accepted": {row["id"]: row["words"] for row in filled}}
    if kind == Kind.NUMERIC:
        answers = [
            {
                "id": row["id"],
                "value": row["words"].strip(),
                "tolerance": (row.get("tolerance") or "0").strip(),
                "weight": weights[row["id"]],
            }
            for row in filled
        ]
        return {}, {"answers": answers}, words
    if kind == Kind.ORDERING:
        filled.sort(key=lambda row: row.get("place") or len(rows))
    options = held.get("options") or {}
    words["options"] = {row["id"]: as_kept(row["words"], options.get(row["id"], "")) for row in filled}
    ids = [row["id"] for row in filled]
    if kind == Kind.MATCHING:
        return _matching(rows, filled, words, options)
    if kind == Kind.ORDERING:
        return {"options": sorted(ids)}, {"order": ids}, words
    return {"options": ids}, {"weights": weights}, words


def _matching(
    rows: Sequence[Row], filled: Sequence[Row], words: dict[str, Any], options: Words
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Make one right side of equal words, with its old id where it has one; a right side without a left is a distractor."""
    rights: dict[str, str] = {}
    pairs = {}
    lefts = {str(row.get("words") or "").strip(): row["id"] for row in filled}
    for row in rows:
        if not (text := str(row.get("match") or "").strip()):
            continue
        html = as_kept(text, options.get(row.get("match_id") or "", ""))
        if html not in rights:
            same = next((one for one, said in options.items() if said == cleaned(html)), "") or row.get("match_id")
            rights[html] = same if same and same not in rights.values() else str(uuid4())
        if left := lefts.get(str(row.get("words") or "").strip()):
            pairs[left] = rights[html]
    words["options"] |= {one: html for html, one in rights.items()}
    return {"lefts": [row["id"] for row in filled], "rights": list(rights.values())}, {"pairs": pairs}, words


def translated(kind: str, rows: Sequence[Row], held: Words) -> dict[str, Any]:
    """Return the words of a further language; its lines are those of the question. `held`: the words that this language had."""
    before, replies = held.get("options") or {}, held.get("replies") or {}
    options = {row["id"]: as_kept(str(row.get("words") or ""), before.get(row["id"], "")) for row in rows if row.get("id")}
    for row in rows:
        if (one := row.get("match_id")) and (text := str(row.get("match") or "").strip()):
            options.setdefault(one, as_kept(text, before.get(one, "")))
    said = {row["id"]: as_kept(row.get("reply") or "", replies.get(row["id"], "")) for row in rows if row.get("id")}
    return {"options": {} if kind == Kind.NUMERIC else options, "replies": said}
