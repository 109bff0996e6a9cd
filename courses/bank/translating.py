"""The questions on the translation board: how their words in each language stand to those that they were first written in."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from content.translations.choices import State
from content.translations.rows import Asked, Cell, Line, Listed
from courses.questions.markup import plain
from courses.questions.models import Question, QuestionText
from courses.questions.rules import questions_editable_by

LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def listed(user: Any, asked: Asked, start: int, stop: int) -> Listed:
    """Return a stretch of the questions that are asked for; three queries, however many."""
    languages = [asked.language] if asked.language in LANGUAGES else LANGUAGES
    rows = _judged(questions_editable_by(user), languages).filter(_any(asked.states, languages))
    if asked.words:
        said = QuestionText.objects.filter(question=OuterRef("pk"), stem__icontains=asked.words)
        rows = rows.filter(Q(name__icontains=asked.words) | Exists(said))
    texts = Prefetch("texts", QuestionText.objects.select_related("changed_by").order_by("pk"))
    shown = rows.order_by("worst", "folder", "name", "pk").prefetch_related(texts)[start:stop]
    return Listed([_line(question) for question in shown], rows.count())


def _judged(rows: QuerySet[Question], languages: list[str]) -> QuerySet[Question]:
    """Add the language that each was written in, when, and the state that wants most attention."""
    oldest = QuestionText.objects.filter(question=OuterRef("pk")).order_by("pk")
    rows = rows.filter(is_retired=False).annotate(
        written_in=Subquery(oldest.values("language")[:1]), written_at=Subquery(oldest.values("changed_at")[:1])
    )
    cases = [When(_any((state,), languages), then=Value(int(state))) for state in State]
    return rows.exclude(written_in=None).annotate(worst=Case(*cases, default=Value(int(State.CURRENT))))


def _any(states: tuple[State, ...], languages: list[str]) -> Q:
    """Return the condition that words in one of these languages are in one of these states."""
    return reduce(or_, [_is(state, code) for state in states for code in languages])


def _is(state: State, language: str) -> Q:
    texts = QuestionText.objects.filter(question=OuterRef("pk"), language=language)
    older = texts.filter(changed_at__lt=OuterRef("written_at"))
    held = {State.MISSING: ~Exists(texts), State.STALE: Exists(older), State.CURRENT: Exists(texts) & ~Exists(older)}[state]
    return ~Q(written_in=language) & Q(held)


def _line(question: Question) -> Line:
    texts = {text.language: text for text in question.texts.all()}
    first = next(iter(texts.values()))
    return Line(
        title=question.name or plain(first.stem)[:160],
        language=first.language,
        url=reverse("bank-question", args=[question.uid]),
        kind=question.get_kind_display(),
        changed_at=first.changed_at,
        cells={code: _cell(question, code, texts.get(code), first) for code in LANGUAGES if code != first.language},
    )


def _cell(question: Question, code: str, text: QuestionText | None, first: QuestionText) -> Cell:
    url = reverse("question-edit", args=[question.uid, code])
    if text is None:
        return Cell(code, State.MISSING, first.changed_at, url=url)
    is_stale = is_older(text.changed_at, first.changed_at)
    teller = first if is_stale else text
    by = teller.changed_by.get_full_name() if teller.changed_by else ""
    return Cell(code, State.STALE if is_stale else State.CURRENT, teller.changed_at, by, url=url)


def is_older(text: datetime | None, original: datetime | None) -> bool:
    """Return whether words were said before the original's; what nobody dated is taken as it is."""
    return bool(text and original and text < original)
