"""Questions about what a quiz asks, and about how its questions fared."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from content.pages.addresses import content_code
from courses.assessment.choices import Progress
from courses.assessment.models import Answer, QuizPage, Regrade
from courses.editions.models import Edition
from courses.marking.figures import Figures, Given, figures
from courses.questions.choices import Kind
from courses.questions.markup import plain
from courses.questions.models import Question, QuestionVersion
from courses.questions.queries import words_in

MOST_FOUND = 30
LONGEST = 160
CHOICES = (Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE)


@dataclass(frozen=True)
class Fared:
    """A question, its words and figures; `options`: (words, how often it was chosen, whether it is right)."""

    question: Question
    code: str
    stem: str
    figures: Figures
    options: list[tuple[str, int, bool]]


def stems(questions: list[Question]) -> dict[int, tuple[str, str]]:
    """Return (language where it is not the reader's, the words) of each of these questions, by id. One query."""
    rows = QuestionVersion.objects.filter(question__in=[question.pk for question in questions]).order_by("number")
    return {row.question_id: _stem(row) for row in rows}


def _stem(version: QuestionVersion) -> tuple[str, str]:
    language = content_code(get_language())
    code, words = words_in(version.texts, language)
    text = plain(words.get("stem") or "")
    return "" if code == language else code, text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def found(words: str, folder: str, quiz_key: UUID) -> QuerySet[Question]:
    """Return usable questions that a quiz does not ask yet, by folder and by words in name or question; at most `MOST_FOUND`."""
    rows = Question.objects.usable().within(folder).exclude(quiz_items__quiz_key=quiz_key)
    for word in words.split()[:8]:
        rows = rows.filter(Q(name__icontains=word) | Q(pk__in=Question.objects.filter(texts__stem__icontains=word).values("pk")))
    return rows.order_by("folder", "name", "pk")[:MOST_FOUND]


def fared(quiz_key: UUID, edition: Edition | None = None) -> list[Fared]:
    """Return how the questions of a quiz fared, in one edition or in all: first attempts that were handed in, as later ones are rehearsed.

    Two queries, however many.
    """
    rows = Answer.objects.filter(attempt__quiz_key=quiz_key, attempt__number=1, attempt__progress=Progress.FINISHED)
    if edition is not None:
        rows = rows.filter(attempt__enrolment__edition=edition)
    total: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    kept = []
    fields = ("attempt", "question", "version__points", "fraction", "value")
    for attempt, question, points, fraction, value in rows.order_by().values_list(*fields).iterator():
        total[attempt][0] += float(points * (fraction or 0))
        total[attempt][1] += float(points)
        kept.append((attempt, question, float(points), float(fraction or 0), value))
    given: dict[int, list[Given]] = defaultdict(list)
    for attempt, question, worth, share, value in kept:
        got, of = total[attempt][0] - worth * share, total[attempt][1] - worth
        given[question].append(Given(share, got / of if of > 0 else None, value))
    return _with_words({question: figures(answers) for question, answers in given.items()})


def _with_words(made: dict[int, Figures]) -> list[Fared]:
    newest: dict[int, QuestionVersion] = {}
    for version in QuestionVersion.objects.filter(question__in=made).select_related("question").order_by("number"):
        newest[version.question_id] = version
    rows = []
    for pk, version in newest.items():
        code, stem = _stem(version)
        rows.append(Fared(version.question, code, stem, made[pk], _options(version, made[pk])))
    return sorted(rows, key=lambda row: (row.question.name, row.question.pk))


def _options(version: QuestionVersion, made: Figures) -> list[tuple[str, int, bool]]:
    if version.kind not in CHOICES or made.is_hidden:
        return []
    _code, words = words_in(version.texts, content_code(get_language()))
    weights = version.key.get("weights", {})
    named = {one: plain(words.get("options", {}).get(one, "")) for one in version.shape["options"]}
    return [(text, made.chosen.get(one, 0), float(weights.get(one) or 0) > 0) for one, text in named.items()]


def older_answers(version: QuestionVersion) -> int:
    """Return how many graded answers were given to versions before this one."""
    older = Answer.objects.filter(question=version.question_id, version__number__lt=version.number, version__kind=version.kind)
    return older.filter(fraction__isnull=False).count()


def regrades_of(question: Question) -> QuerySet[Regrade]:
    """Return what was graded again for a question, each with how many answers changed, the latest first."""
    rows = Regrade.objects.filter(version__question=question).select_related("by", "version")
    return rows.annotate(changed=Count("answers")).order_by("-at", "-pk")


def quiz_titles(keys: set[UUID]) -> dict[UUID, tuple[str, str]]:
    """Return (title, its language where it is not the reader's) of quizzes by their translation keys. One query."""
    wanted = content_code(get_language())
    rows = QuizPage.objects.filter(translation_key__in=keys).order_by("pk")
    fields = ("translation_key", "title", "locale__language_code", "alias_of__locale__language_code")
    titles: dict[UUID, tuple[str, str]] = {}
    for key, title, here, source in rows.values_list(*fields):
        code = source or here
        if key not in titles or here == wanted:
            titles[key] = (title, "" if code == wanted else code)
    return titles
