"""What answers are worth together."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from courses.assessment.models import Answer
from courses.questions.grading import grade
from courses.questions.models import QuestionVersion
from courses.questions.queries import accepted_in_all

HUNDREDTH = Decimal("0.01")


def fraction_of(version: QuestionVersion, value: Any) -> Decimal:
    """Return what an answer is worth by the key of this version, 0 to 1. Words that count in any language count."""
    return grade(version.kind, version.shape, version.key, value, accepted_in_all(version.texts))


def score_of(answers: Iterable[Answer]) -> Decimal:
    """Return the points of an attempt, to the hundredth: each answer's share of what its question was worth when it was asked."""
    exact = sum((answer.version.points * (answer.fraction or 0) for answer in answers), Decimal(0))
    return exact.quantize(HUNDREDTH, ROUND_HALF_UP)
