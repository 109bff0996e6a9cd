"""What the lists of the bank show, and a question as a learner sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from courses.questions.choices import Kind
from courses.questions.grading import explained
from courses.questions.markup import plain, shown
from courses.questions.models import Question, QuestionText, QuestionVersion
from courses.questions.queries import folder_counts, folder_of, names_of, words_in


class Folder(NamedTuple):
    """One folder of the tree: its address, the names on the way to it, how many questions it and those below it hold."""

    path: str
    name: str
    held: int


class Entry(NamedTuple):
    """One line of the list: the question, its words in one language, the languages that it has, the way to its folder."""

    question: Question
    code: str
    words: str
    languages: list[str]
    folder: str


class Line(NamedTuple):
    """One part of a question as it is shown: its words, whether it is right, its other side or place, its feedback."""

    html: SafeString
    is_right: bool
    other: SafeString | str
    reply: SafeString


@dataclass
class Preview:
    """A question in one language. `widget`: radio, checkbox, pairs, places or text."""

    code: str
    widget: str
    stem: SafeString
    lines: list[Line]
    rights: list[SafeString]
    said: list[tuple[str, SafeString]]
    source: str


WIDGETS = {
    Kind.SINGLE: "radio",
    Kind.TRUE_FALSE: "radio",
    Kind.MULTIPLE: "checkbox",
    Kind.MATCHING: "pairs",
    Kind.ORDERING: "places",
}


def folders() -> list[Folder]:
    """Return the tree of folders in the order in which it is shown; one query."""
    return [Folder(path, shown_way(path), count) for path, count in folder_counts().items() if path]


def shown_way(folder: str) -> str:
    """Return a folder as people read it."""
    return " › ".join(names_of(folder))


def sifted(wanted: Mapping[str, Any]) -> QuerySet[Question]:
    """Return the questions that the list is asked for: `q`, `kind`, `language`, `folder`, `retired`."""
    rows = Question.objects.filter(is_retired=bool(wanted.get("retired"))).within(folder_of(names_of(wanted.get("folder") or "")))
    if wanted.get("kind"):
        rows = rows.filter(kind=wanted["kind"])
    texts = QuestionText.objects.filter(question=OuterRef("pk"))
    if wanted.get("language"):
        rows = rows.filter(Exists(texts.filter(language=wanted["language"])))
    for word in str(wanted.get("q") or "").split()[:8]:
        rows = rows.filter(Q(name__icontains=word) | Exists(texts.filter(stem__icontains=word)))
    return rows.prefetch_related("texts").order_by("folder", "name", "pk")


def entry(question: Question, language: str) -> Entry:
    """Return a line of the list; the texts are fetched already."""
    texts = {text.language: text.as_data() for text in question.texts.all()}
    code, words = words_in(texts, language)
    return Entry(question, code, plain(words.get("stem", ""))[:160], sorted(texts), shown_way(question.folder))


def source_language(question: Question) -> str:
    """Return the language that a question was written in: that of its oldest words."""
    oldest = question.texts.order_by("pk").first()
    return oldest.language if oldest else ""


def preview(version: QuestionVersion, language: str, addresses: dict[str, str]) -> Preview | None:
    """Return a version as learners see it in a language (or the nearest); None where it has no words. `addresses`: of its pictures."""
    code, words = words_in(version.texts, language)
    if not words:
        return None

    def html(text: str | None) -> SafeString:
        return mark_safe(shown(text or "", addresses))  # noqa: S308 - cleaned when it was written

    options, replies = words.get("options") or {}, words.get("replies") or {}
    lines = []
    for part in _parts(version, words):
        one, is_right, other = part
        side = html(options.get(other, "")) if version.kind == Kind.MATCHING else other
        lines.append(Line(html(options.get(one) or _typed(version, words, one)), is_right, side, html(replies.get(one))))
    rights = [html(options.get(one)) for one in version.shape.get("rights", [])]
    said = [(name, html(words[name])) for name in ("right", "partly", "wrong", "after") if words.get(name)]
    return Preview(code, WIDGETS.get(Kind(version.kind), "text"), html(words["stem"]), lines, rights, said, words.get("source", ""))


def _parts(version: QuestionVersion, words: Mapping[str, Any]) -> list[tuple[str, bool, str]]:
    if version.kind == Kind.SHORT:
        accepted = words.get("accepted") or {}
        return [(one, worth == 100, f"{worth} %") for one, worth in version.key["weights"].items() if one in accepted]
    if version.kind == Kind.NUMERIC:
        return [(one["id"], one["weight"] == 100, f"{one['weight']} %") for one in version.key["answers"]]
    parts = explained(version.kind, version.shape, version.key, None)
    if version.kind in (Kind.MATCHING, Kind.ORDERING):
        return [(part.id, False, str(part.right or "")) for part in parts]
    return [(part.id, part.is_right, f"{part.weight.normalize():f} %") for part in parts]


def _typed(version: QuestionVersion, words: Mapping[str, Any], one: str) -> str:
    """Return the answer that is typed, as text: accepted words, or a number with its tolerance."""
    if version.kind == Kind.SHORT:
        return escape(words["accepted"][one])
    answer = next((answer for answer in version.key.get("answers", []) if answer["id"] == one), None)
    if answer is None:
        return ""
    return f"{answer['value']} ± {answer['tolerance']}" if answer.get("tolerance") not in (None, "", "0") else str(answer["value"])
