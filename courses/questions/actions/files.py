"""The pictures of a question: kept under the names that its words say."""

from collections.abc import Mapping
from pathlib import PurePath

from django.core.files.base import ContentFile

from courses.questions.models import Question, QuestionFile
from courses.questions.pictures import kind_of, prepared


def keep_pictures(*, question: Question, files: Mapping[str, bytes]) -> dict[str, str]:
    """Keep pictures of a question and return {given name: name it is kept by}; the same picture again is kept once.

    A name that another picture of the question has gets a number, so that older versions keep showing what they showed. Raises
    `pictures.NotTaken` for what is no picture that we take.
    """
    held = {row.name: row for row in QuestionFile.objects.filter(question=question)}
    kept: dict[str, str] = {}
    for given, raw in files.items():
        data = prepared(raw)
        name = _free_name(given, held, {raw, data})
        if name not in held:
            held[name] = _written(question, name, data)
        kept[given] = name
    return kept


def _free_name(given: str, held: Mapping[str, QuestionFile], same: set[bytes]) -> str:
    path = PurePath(given)
    for number in range(1, len(held) + 2):
        name = given if number == 1 else f"{path.stem}-{number}{path.suffix}"
        if name not in held or _content(held[name]) in same:
            break
    return name


def _content(row: QuestionFile) -> bytes:
    try:
        with row.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return b""


def _written(question: Question, name: str, data: bytes) -> QuestionFile:
    row = QuestionFile(question=question, name=name)
    row.file.save(f"{row.uid.hex}.{kind_of(data)}", ContentFile(data), save=False)
    row.save()
    return row
