"""What a questionnaire asks, in whatever language, and what its answers add up to. Pure.

A question: {"id", "kind": "scale" | "choice" | "text", "words": {language: str}, "choices": [{"id", "words"}]}. Values: scale 1 to 5,
choice an id, text what was typed.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from courses.evaluation.hiding import is_shown

STEPS = (1, 2, 3, 4, 5)
SCALE, CHOICE, TEXT = "scale", "choice", "text"
KINDS = (SCALE, CHOICE, TEXT)
LONGEST = 2000  # signs of an open answer
MOST = 30  # questions
LANGUAGES = ("pt", "pt-br", "en", "es", "fr")
FIRST = ("pt", "en")  # where the reader's language is missing


@cache
def _defaults() -> str:
    return (Path(__file__).parent / "default_questions.json").read_text(encoding="utf-8")


def default_questions() -> list[dict[str, Any]]:
    """Return what an edition asks unless those who run it change it."""
    questions: list[dict[str, Any]] = json.loads(_defaults())
    return questions


def worded(words: dict[str, str], language: str) -> tuple[str, str]:
    """Return the words for a reader of this language, and their language where it is another one."""
    here = language.partition("-")[0]
    for code in (language, here, *FIRST, *words):
        if words.get(code):
            return words[code], "" if code.partition("-")[0] == here else code
    return "", ""


def cleaned(questions: list[dict[str, Any]], given: dict[str, Any]) -> dict[str, Any]:
    """Return the answers that fit their questions; everything else is left out."""
    kept = {question["id"]: _value(question, given.get(question["id"])) for question in questions}
    return {name: value for name, value in kept.items() if value is not None}


def _value(question: dict[str, Any], value: Any) -> Any:
    text = str(value if value is not None else "").strip()
    if question["kind"] == SCALE:
        return int(text) if text in {str(step) for step in STEPS} else None
    if question["kind"] == CHOICE:
        return text if text in {choice["id"] for choice in question["choices"]} else None
    return text.replace("\x00", "")[:LONGEST] or None


def sorted_box(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return sets of answers in an order that follows from what they say alone."""
    return sorted(answers, key=lambda answer: json.dumps(answer, sort_keys=True))


def added_up(questions: list[dict[str, Any]], answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each question with how often each value was given; open answers in an order of their own, so that none meet again.

    One that fewer than 5 answered has no figures at all: one hidden value could be worked out from the others.
    """
    return [{**question, **_counted(question, answers)} for question in questions]


def _counted(question: dict[str, Any], answers: list[dict[str, Any]]) -> dict[str, Any]:
    given = [answer[question["id"]] for answer in answers if question["id"] in answer]
    if not is_shown(len(given)):
        return {"number": None}
    if question["kind"] == TEXT:
        return {"number": len(given), "texts": sorted(given, key=str.casefold)}
    told = Counter(given)
    names: Any = STEPS if question["kind"] == SCALE else [choice["id"] for choice in question["choices"]]
    found: dict[str, Any] = {"number": len(given), "counts": {str(name): told[name] for name in names}}
    if question["kind"] == SCALE:
        found["mean"] = round(sum(given) / len(given), 2) if given else None
    return found
