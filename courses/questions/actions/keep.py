"""Writing a question: clean its words, check it, keep a version of what may be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db import transaction

from accounts.models import User
from courses.questions.actions.files import keep_pictures
from courses.questions.choices import Kind
from courses.questions.markup import cleaned, line
from courses.questions.models import Question, QuestionFile, QuestionText, QuestionVersion
from courses.questions.shapes import Problem, is_whole, parts_of, problems

HTML = ("stem", "right", "partly", "wrong", "after")


class Outcome(StrEnum):
    """What keeping came to. FURTHER: words in a further language, in the same version."""

    NEW = "new"
    CHANGED = "changed"
    FURTHER = "further"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Kept:
    """A question as it is kept now."""

    question: Question
    outcome: Outcome


class NotKept(ValueError):
    """The question cannot be asked; `problems` says why."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in found))
        self.problems = found


@transaction.atomic
def keep_question(
    *,
    kind: str,
    shape: Mapping[str, Any],
    key: Mapping[str, Any],
    texts: Mapping[str, Mapping[str, Any]],
    name: str = "",
    folder: str = "",
    points: Decimal = Decimal(1),
    question: Question | None = None,
    origin: str = "",
    files: Mapping[str, bytes] | None = None,
    by: User | None = None,
    now: datetime,
) -> Kept:
    """Create a question, or change this one. `texts`: {language: words as in `QuestionText`}; languages not named keep their words.

    A version is made when kind, points, shape, key or words change; words in a further language join the newest version. A language that
    lacks words for some option stays with the question, out of its versions. `files`: {name: content} of the pictures that the words show.
    Raises NotKept with what is wrong, `pictures.NotTaken` for a picture that is none. Doing it again changes nothing.
    """
    row = Question.objects.select_for_update().get(pk=question.pk) if question else Question(origin=origin)
    before = (row.pk, row.name, row.folder)
    row.kind, row.shape, row.key, row.points = kind, dict(shape), dict(key), points
    row.name, row.folder = line(name)[:200], folder
    row.changed_at = row.changed_at or now
    tidied = _tidied(row, texts, {given: given for given in files or {}})
    others = {text.language: text.as_data() for text in row.texts.all()} if row.pk and kind == Kind.SHORT else {}
    if found := problems(kind, shape, key, others | tidied):
        raise NotKept(found)
    if row.pk is None:
        row.version = 0
        row.save()
    renamed = keep_pictures(question=row, files=files or {})
    words = _written(row, _tidied(row, texts, renamed) if any(given != name for given, name in renamed.items()) else tidied)
    outcome = _versioned(row, words, by, now)
    if outcome != Outcome.UNCHANGED or before != (row.pk, row.name, row.folder):
        outcome = Outcome.CHANGED if outcome == Outcome.UNCHANGED else outcome
        row.changed_at = now
        row.save()
    return Kept(row, Outcome.NEW if before[0] is None else outcome)


def _tidied(row: Question, texts: Mapping[str, Mapping[str, Any]], renamed: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Return the words cleaned, of the question's parts only. `renamed`: {name in the words: name of the file}."""
    held = set(QuestionFile.objects.filter(question=row).values_list("name", flat=True)) if row.pk else set()
    names = held | set(renamed.values())
    return {language: _tidied_words(row, words, names, renamed) for language, words in texts.items()}


def _tidied_words(row: Question, words: Mapping[str, Any], names: set[str], renamed: Mapping[str, str]) -> dict[str, Any]:
    def clean(html: Any) -> str:
        return cleaned(str(html or ""), names, renamed)

    parts = parts_of(row.kind, row.shape)
    answers = row.key.get("weights") or {str(one.get("id")): 0 for one in row.key.get("answers") or []}
    options, accepted, replies = (words.get(field) or {} for field in ("options", "accepted", "replies"))
    return {
        **{field: clean(words.get(field)) for field in HTML},
        "options": {one: clean(options[one]) for one in parts if options.get(one)},
        "accepted": {one: line(accepted[one]) for one in answers if accepted.get(one)},
        "replies": {one: html for one in {**dict.fromkeys(parts), **answers} if (html := clean(replies.get(one)))},
        "source": line(words.get("source") or "")[:300],
    }


def _written(row: Question, texts: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Write the words and return those of every language that is whole."""
    held = {text.language: text for text in QuestionText.objects.filter(question=row)}
    for language, words in texts.items():
        text = held.setdefault(language, QuestionText(question=row, language=language))
        if text.pk is None or text.as_data() != words:
            for field, value in words.items():
                setattr(text, field, value)
            text.save()
    return {code: held[code].as_data() for code in sorted(held) if is_whole(row.kind, row.shape, held[code].as_data())}


def _versioned(row: Question, words: dict[str, dict[str, Any]], by: User | None, now: datetime) -> Outcome:
    newest = QuestionVersion.objects.filter(question=row, number=row.version).first()
    if newest and (newest.kind, newest.points, newest.shape, newest.key) == (row.kind, row.points, row.shape, row.key):
        if newest.texts == words:
            return Outcome.UNCHANGED
        if newest.texts.items() <= words.items():
            newest.texts = words
            newest.save(update_fields=["texts"])
            return Outcome.FURTHER
    row.version += 1
    QuestionVersion.objects.create(
        question=row, number=row.version, kind=row.kind, points=row.points, shape=row.shape, key=row.key, texts=words, made_at=now, by=by
    )
    row.save(update_fields=["version"])
    return Outcome.CHANGED
