"""The questions of the demo's quizzes, from the project's own form."""

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import uuid5

from django.db import transaction

from content.seeding.shaping import NAMESPACE, identity
from courses.assessment.models import QuizItem
from courses.questions.choices import Kind
from courses.questions.models import Question, QuestionText, QuestionVersion

FORM = Path(__file__).with_name("perguntas_cplp.json")
Words = dict[str, str]


def load_questions(*, now: datetime) -> int:
    """Write the questions that are missing, and let the quizzes that ask nothing yet ask them; return how many questions were written.

    Done again, nothing is written: a question that an editor has changed, and a quiz that she put together otherwise, stay as they are.
    """
    form = json.loads(FORM.read_text(encoding="utf-8"))
    there = set(Question.objects.filter(origin__in=[_origin(spec) for spec in form]).values_list("origin", flat=True))
    for spec in form:
        if _origin(spec) not in there:
            write_question(spec=spec, now=now)
    for quiz, specs in groupby(form, key=lambda spec: spec["quiz"]):
        _ask(quiz, [_origin(spec) for spec in specs])
    return len(form) - len(there)


@transaction.atomic
def write_question(*, spec: dict[str, Any], now: datetime) -> Question:
    """Write one question in every language that the form has, with its first version."""
    shape, key = _shape_and_key(spec)
    fields = {"kind": spec["kind"], "points": Decimal(spec["points"]), "shape": shape, "key": key}
    row = Question.objects.create(name=spec["stem"]["pt"][:200], folder=spec["folder"], origin=_origin(spec), changed_at=now, **fields)
    texts = [QuestionText(question=row, language=code, **_words(spec, code)) for code in spec["stem"]]
    QuestionText.objects.bulk_create(texts)
    QuestionVersion.objects.create(question=row, number=1, texts={text.language: text.as_data() for text in texts}, made_at=now, **fields)
    return row


@transaction.atomic
def _ask(quiz: str, origins: list[str]) -> None:
    """Let the quiz of this key ask these questions, in this order, if it asks none."""
    key = identity(quiz)
    if QuizItem.objects.filter(quiz_key=key).exists():
        return
    held = {row.origin: row for row in Question.objects.filter(origin__in=origins)}
    items = [QuizItem(quiz_key=key, rank=rank, question=held[origin]) for rank, origin in enumerate(origins, start=1)]
    QuizItem.objects.bulk_create(items)


def _origin(spec: dict[str, Any]) -> str:
    return f"demo:{spec['key']}"


def _id(spec: dict[str, Any], part: str) -> str:
    """Return the id of an option: the same on every site."""
    return str(uuid5(NAMESPACE, f"{spec['key']}/{part}"))


def _shape_and_key(spec: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return shape and key as `courses.questions.models.Question` has them. Several right answers: a wrong tick costs its share."""
    if spec["kind"] == Kind.MATCHING:
        lefts = [_id(spec, f"left {number}") for number in range(len(spec["pairs"]))]
        rights = [_id(spec, f"right {number}") for number in range(len(spec["pairs"]) + len(spec["extra"]))]
        return (
            {"lefts": lefts, "rights": rights, "is_shuffled": True},
            {"pairs": dict(zip(lefts, rights, strict=False))},
        )
    ids = {option["id"]: _id(spec, option["id"]) for option in spec["options"]}
    rights = [option["id"] for option in spec["options"] if option["is_right"]]
    share = {True: _share(len(rights)), False: -_share(len(ids) - len(rights)) if spec["kind"] == Kind.MULTIPLE else 0}
    weights = {ids[option["id"]]: share[option["is_right"]] for option in spec["options"]}
    return {"options": list(ids.values()), "is_shuffled": spec.get("is_shuffled", False)}, {"weights": weights}


def _share(parts: int) -> float:
    """Return the per cent of each of so many parts."""
    return round(100 / parts, 3) if parts else 0


def _words(spec: dict[str, Any], code: str) -> dict[str, Any]:
    """Return the texts of one language as HTML."""
    return {
        "stem": f"<p>{escape(spec['stem'][code], quote=False)}</p>",
        "options": {_id(spec, part): escape(words[code], quote=False) for part, words in _parts(spec)},
        "replies": {_id(spec, one["id"]): f"<p>{escape(one['reply'][code], quote=False)}</p>" for one in spec.get("options", [])},
        "after": f"<p>{escape(spec['after'][code], quote=False)}</p>" if "after" in spec else "",
        "source": spec["source"][code],
    }


def _parts(spec: dict[str, Any]) -> Iterator[tuple[str, Words]]:
    """Yield everything that is chosen or matched, with its words."""
    for option in spec.get("options", []):
        yield option["id"], option["text"]
    for number, pair in enumerate(spec.get("pairs", [])):
        yield f"left {number}", pair["left"]
        yield f"right {number}", pair["right"]
    for number, words in enumerate(spec.get("extra", []), start=len(spec.get("pairs", []))):
        yield f"right {number}", words
