"""Words of a question in the reader's language, its pictures, and what the bank holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count
from django.urls import reverse

from courses.questions.models import Question, QuestionFile, QuestionVersion

FALLBACK = "pt"


def words_in(texts: Mapping[str, dict[str, Any]], language: str) -> tuple[str, dict[str, Any]]:
    """Return (code, words) of a version's texts for a reader's language: hers (pt-br reads pt), else Portuguese, else the first by code.

    A question without words at all gives ("", {}).
    """
    for code in (language, language.split("-", 1)[0], FALLBACK, *sorted(texts)):
        if code in texts:
            return code, texts[code]
    return "", {}


def accepted_in_all(texts: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Return the accepted words of a version by language, as `grading.grade` takes them: a learner may answer in any language."""
    return {code: words.get("accepted") or {} for code, words in texts.items()}


def picture_addresses(question_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return {question id: {name: address}} of the pictures of these questions, in one query: what `markup.shown` takes."""
    found: dict[int, dict[str, str]] = {}
    for row in QuestionFile.objects.filter(question__in=set(question_ids)):
        found.setdefault(row.question_id, {})[row.name] = reverse("question-picture", args=[row.uid])
    return found


def newest_version(question: Question) -> QuestionVersion:
    """Return the version that new attempts ask."""
    return question.versions.get(number=question.version)


def folder_counts() -> dict[str, int]:
    """Return {folder: number of usable questions in it and below it}, each folder above one included; one query."""
    counted: dict[str, int] = {}
    rows = Question.objects.usable().values("folder").annotate(n=Count("pk")).values_list("folder", "n")
    for folder, number in rows:
        for above in lineage(folder):
            counted[above] = counted.get(above, 0) + number
    return dict(sorted(counted.items(), key=lambda item: names_of(item[0])))


def names_of(folder: str) -> list[str]:
    """Return the names on the way to a folder: "A/B//C" is A, then "B/C"."""
    return [name.replace("\x00", "/") for name in folder.replace("//", "\x00").split("/")] if folder else []


def folder_of(names: Iterable[str]) -> str:
    """Return the folder at the end of a way: the twin of `names_of`."""
    return "/".join(clean.replace("/", "//") for name in names if (clean := " ".join(name.split()).strip("/")))


def lineage(folder: str) -> list[str]:
    """Return a folder with those above it, the topmost first."""
    names = names_of(folder)
    return [folder_of(names[:length]) for length in range(1, len(names) + 1)]
