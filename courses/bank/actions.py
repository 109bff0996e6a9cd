"""Saving what a writer typed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from django.db import transaction
from django.utils.html import format_html

from accounts.models import User
from courses.bank.rows import Row, question_of, translated
from courses.bank.typed import as_kept
from courses.questions.actions import Kept, keep_question
from courses.questions.choices import Kind
from courses.questions.markup import PLACE, line
from courses.questions.models import Question
from courses.questions.queries import folder_of, names_of

HTML = ("stem", "right", "partly", "wrong", "after")


@transaction.atomic
def save_question(
    *,
    question: Question | None,
    kind: str,
    language: str,
    head: Mapping[str, Any],
    rows: Sequence[Row],
    is_translation: bool = False,
    origin: str = "",
    by: User,
    now: datetime,
) -> Kept:
    """Keep a question as typed in one language; a translation changes its words alone. `head`: what `QuestionForm` gives; `rows`: lines.
    `origin`: by which a new one is known again.

    Raises `NotKept` and `NotTaken`, as `keep_question` does.
    """
    texts = {text.language: text.as_data() for text in question.texts.all()} if question else {}
    held = texts.pop(language, {})
    if question and is_translation and kind != Kind.SHORT:
        shape, key, words = question.shape, question.key, translated(kind, rows, held)
    else:
        shape, key, words = question_of(kind, rows, held)
        if kind == Kind.SHORT:
            shape, key = _short(question, head, key, texts)
        elif kind in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.MATCHING):
            shape["is_shuffled"] = bool(head.get("is_shuffled"))
    words |= {name: as_kept(head.get(name) or "", held.get(name, "")) for name in HTML}
    words["source"] = head.get("source") or ""
    files = _with_picture(words, head)
    is_head_kept = question is not None and is_translation
    return keep_question(
        kind=kind,
        shape=shape,
        key=key,
        texts={language: words},
        name=question.name if question and is_head_kept else head.get("name") or "",
        folder=question.folder if question and is_head_kept else folder_of(names_of(head.get("folder") or "")),
        points=question.points if question and is_head_kept else head.get("points") or Decimal(1),
        question=question,
        origin=origin,
        files=files,
        by=by,
        now=now,
    )


def _short(
    question: Question | None, head: Mapping[str, Any], key: dict[str, Any], others: Mapping[str, Mapping[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Keep the answers that only other languages have; a translation does not say whether case counts."""
    before = question.key.get("weights", {}) if question and question.kind == Kind.SHORT else {}
    used = {one for words in others.values() for one in words["accepted"]}
    is_kept = head["is_case_kept"] if "is_case_kept" in head else bool(question and question.shape.get("is_case_kept"))
    return {"is_case_kept": is_kept}, {"weights": {one: worth for one, worth in before.items() if one in used} | key["weights"]}


def _with_picture(words: dict[str, Any], head: Mapping[str, Any]) -> dict[str, bytes]:
    """Put an uploaded picture below the question and return it as a file."""
    picture = head.get("picture")
    if not picture:
        return {}
    name = line(picture.name).replace("/", "-")[-100:]
    words["stem"] += format_html('<p><img src="{}" alt="{}"></p>', PLACE + quote(name), head.get("alt") or "")
    return {name: picture.read()}
