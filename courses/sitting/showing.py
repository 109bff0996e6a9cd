"""A question as a page shows it: words in the reader's language, options in the order of her attempt, what she gave."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from content.pages.addresses import content_code
from courses.assessment.models import Answer
from courses.questions.choices import Kind
from courses.questions.grading import Part, explained, verdict
from courses.questions.models import Question, QuestionVersion
from courses.questions.queries import accepted_in_all, words_in


@dataclass(frozen=True)
class Line:
    """An option, one side of a pair, or a line to put in order. `given`: what was chosen for it; `part`: how it was graded."""

    id: str
    html: SafeString
    given: Any = None
    reply: SafeString = SafeString("")
    part: Part | None = None
    given_html: SafeString = SafeString("")
    right_html: SafeString = SafeString("")


@dataclass(frozen=True)
class Shown:
    """A question to answer. `code`: its language where it is not the reader's; `widget`: which inputs it has."""

    answer: Answer
    code: str
    stem: SafeString
    widget: str
    lines: list[Line] = field(default_factory=list)
    rights: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""


@dataclass(frozen=True)
class Reviewed(Shown):
    """A question with what was right and why."""

    said: SafeString = SafeString("")
    after: SafeString = SafeString("")
    source: str = ""
    wanted: str = ""


def rendered(html: str, question: Question) -> SafeString:
    return mark_safe(html)  # noqa: S308 - cleaned when it was written


WIDGETS = {Kind.SINGLE: "radio", Kind.TRUE_FALSE: "radio", Kind.MULTIPLE: "checkbox", Kind.MATCHING: "pairs", Kind.ORDERING: "places"}


class _Words:
    """The words of one version in the reader's language."""

    def __init__(self, answer: Answer, version: QuestionVersion) -> None:
        language = content_code(get_language())
        code, self.words = words_in(version.texts, language)
        self.code = "" if code == language else code
        self.question = answer.question

    def html(self, name: str) -> SafeString:
        return rendered(self.words.get(name) or "", self.question)

    def option(self, id: Any) -> SafeString:
        return rendered((self.words.get("options") or {}).get(id) or "", self.question)

    def reply(self, id: str) -> SafeString:
        return rendered((self.words.get("replies") or {}).get(id) or "", self.question)


def shown(answer: Answer, value: Any = None) -> Shown:
    """Return a question to be answered, with what was saved, or with `value` where something else was typed just now."""
    words = _Words(answer, answer.version)
    value = answer.value if value is None else value
    kind = answer.version.kind
    given = value if isinstance(value, dict) else {}
    lines, rights = [], []
    if kind == Kind.MATCHING:
        lines = [Line(one, words.option(one), given.get(one)) for one in answer.order["lefts"]]
        rights = [(one, strip_tags(words.option(one))) for one in answer.order["rights"]]
    elif kind == Kind.ORDERING:
        places = given or {one: place for place, one in enumerate(value or [], start=1)}
        lines = [Line(one, words.option(one), places.get(one)) for one in answer.order]
        rights = [(str(place), str(place)) for place in range(1, len(lines) + 1)]
    elif answer.order:
        lines = [Line(one, words.option(one), one in (value or [])) for one in answer.order]
    text = value if isinstance(value, str) and not answer.order else ""
    return Shown(answer, words.code, words.html("stem"), WIDGETS.get(Kind(kind), "text"), lines, rights, text)


def reviewed(answer: Answer, key: QuestionVersion) -> Reviewed:
    """Return a question with how it was graded by `key`: the version that was asked, or the one that corrected it."""
    words = _Words(answer, key)
    parts = {part.id: part for part in explained(key.kind, key.shape, key.key, answer.value, accepted_in_all(key.texts))}
    return Reviewed(
        answer=answer,
        code=words.code,
        stem=words.html("stem"),
        widget=WIDGETS.get(Kind(key.kind), "text"),
        lines=_lines(answer, key, words, parts),
        text=answer.value if isinstance(answer.value, str) and not answer.order else "",
        said=words.html(verdict(answer.fraction)),
        after=words.html("after"),
        source=str(words.words.get("source") or ""),
        wanted=_wanted(key, words),
    )


def _lines(answer: Answer, key: QuestionVersion, words: _Words, parts: dict[str, Part]) -> list[Line]:
    order = list(parts) if key.kind not in (Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE) else answer.order
    return [
        Line(
            one,
            words.option(one),
            part.given,
            words.reply(one),
            part,
            words.option(part.given) if key.kind == Kind.MATCHING else SafeString(""),
            words.option(part.right) if key.kind == Kind.MATCHING else SafeString(""),
        )
        for one in order
        if (part := parts.get(one)) is not None
    ]


def _wanted(key: QuestionVersion, words: _Words) -> str:
    """Return what would have been right where one writes the answer: the first that counts whole."""
    if key.kind == Kind.NUMERIC:
        return next((str(one["value"]) for one in key.key.get("answers", []) if float(one.get("weight") or 0) >= 100), "")
    weights = key.key.get("weights", {}) if key.kind == Kind.SHORT else {}
    return next((text for one, text in (words.words.get("accepted") or {}).items() if float(weights.get(one) or 0) >= 100), "")
