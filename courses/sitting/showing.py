"""A question as a page shows it: words in the reader's language, options in the order of her attempt, what she gave."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from content.pages.addresses import content_code
from courses.assessment.models import Answer
from courses.questions import markup
from courses.questions.choices import Kind
from courses.questions.grading import Part, explained, verdict, weight_of
from courses.questions.models import QuestionVersion
from courses.questions.queries import accepted_in_all, picture_addresses, words_in

NOTHING = SafeString("")
CHOICES = (Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE)
WIDGETS = {Kind.SINGLE: "radio", Kind.TRUE_FALSE: "radio", Kind.MULTIPLE: "checkbox", Kind.MATCHING: "pairs", Kind.ORDERING: "places"}
Pictures = dict[int, dict[str, str]]  # question id: name: address


@dataclass(frozen=True)
class Line:
    """An option, one side of a pair, or a line to put in order. `given`: what was chosen for it; `part`: how it was graded."""

    id: str
    html: SafeString
    given: Any = None
    reply: SafeString = NOTHING
    part: Part | None = None
    given_html: SafeString = NOTHING
    right_html: SafeString = NOTHING


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
    """A question with what was right and why. `wanted`: what would have been right where one writes the answer."""

    said: SafeString = NOTHING
    after: SafeString = NOTHING
    source: str = ""
    wanted: str = ""


class _Words:
    """The words of one version in the reader's language."""

    def __init__(self, version: QuestionVersion, pictures: Pictures) -> None:
        language = content_code(get_language())
        code, self.words = words_in(version.texts, language)
        self.code = "" if code == language else code
        self.pictures = pictures.get(version.question_id, {})

    def html(self, name: str) -> SafeString:
        return self._safe(self.words.get(name))

    def of(self, name: str, id: Any) -> SafeString:
        return self._safe((self.words.get(name) or {}).get(id))

    def _safe(self, html: str | None) -> SafeString:
        return mark_safe(markup.shown(html or "", self.pictures))  # noqa: S308 - cleaned when it was written


def pictures_in(versions: Iterable[QuestionVersion]) -> Pictures:
    """Return the addresses of the pictures that these versions show; asks nothing where they show none."""
    with_pictures = {version.question_id for version in versions if markup.PLACE in str(version.texts)}
    return picture_addresses(with_pictures) if with_pictures else {}


def shown(answer: Answer, value: Any, pictures: Pictures) -> Shown:
    """Return a question to be answered, with what was saved, or with `value` where something else was typed just now."""
    words = _Words(answer.version, pictures)
    value = answer.value if value is None else value
    kind, order = answer.version.kind, answer.order
    lines: list[Line] = []
    rights: list[tuple[str, str]] = []
    if kind == Kind.MATCHING:
        given = value if isinstance(value, dict) else {}
        lines = [Line(one, words.of("options", one), given.get(one)) for one in order["lefts"]]
        rights = [(one, markup.plain(words.of("options", one))) for one in order["rights"]]
    elif kind == Kind.ORDERING:
        places = value if isinstance(value, dict) else {one: place for place, one in enumerate(value or [], start=1)}
        lines = [Line(one, words.of("options", one), places.get(one)) for one in order]
        rights = [(str(place), str(place)) for place in range(1, len(lines) + 1)]
    elif kind in CHOICES:
        chosen = {value} if isinstance(value, str) else set(value or [])
        lines = [Line(one, words.of("options", one), one in chosen) for one in order]
    return Shown(answer, words.code, words.html("stem"), WIDGETS.get(Kind(kind), "text"), lines, rights, _text(kind, value))


def reviewed(answer: Answer, key: QuestionVersion, pictures: Pictures) -> Reviewed:
    """Return a question with how it was graded by `key`: the version that was asked, or the one that corrected it."""
    words = _Words(key, pictures)
    parts = {part.id: part for part in explained(key.kind, key.shape, key.key, answer.value, accepted_in_all(key.texts))}
    order = answer.order if key.kind in CHOICES else parts
    return Reviewed(
        answer=answer,
        code=words.code,
        stem=words.html("stem"),
        widget=WIDGETS.get(Kind(key.kind), "text"),
        lines=[_graded(parts[one], words) for one in order if one in parts],
        text=_text(key.kind, answer.value),
        said=words.html(verdict(answer.fraction)),
        after=words.html("after"),
        source=str(words.words.get("source") or ""),
        wanted=_wanted(key, words),
    )


def _graded(part: Part, words: _Words) -> Line:
    return Line(
        part.id,
        words.of("options", part.id),
        part.given,
        words.of("replies", part.id),
        part,
        words.of("options", part.given),
        words.of("options", part.right),
    )


def _text(kind: str, value: Any) -> str:
    return value if kind in (Kind.SHORT, Kind.NUMERIC) and isinstance(value, str) else ""


def _wanted(key: QuestionVersion, words: _Words) -> str:
    if key.kind == Kind.NUMERIC:
        return next((str(one["value"]) for one in key.key.get("answers", []) if weight_of(one.get("weight")) >= 100), "")
    weights = key.key.get("weights", {}) if key.kind == Kind.SHORT else {}
    return next((text for one, text in (words.words.get("accepted") or {}).items() if weight_of(weights.get(one)) >= 100), "")
