"""Questions about what learners say, and what they knew before and after."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from courses.completion.models import UnitProgress
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.evaluation.asking import added_up, default_questions
from courses.evaluation.hiding import LEAST, is_shown
from courses.evaluation.models import AnswerBox, Questionnaire, Respondent


def questions_of(edition: Edition) -> list[dict[str, Any]]:
    """Return what an edition asks: its own questions, else the usual ones."""
    held = Questionnaire.objects.filter(edition=edition).values_list("questions", flat=True).first()
    return held or default_questions()


def has_answered(enrolment: Enrolment) -> bool:
    """Return whether this person has answered; what, nobody can tell."""
    return Respondent.objects.filter(enrolment=enrolment).exists()


def is_answered(edition: Edition) -> bool:
    """Return whether anybody has answered: then the questions do not change any more."""
    return Respondent.objects.filter(enrolment__edition=edition).exists()


def figures_of(edition: Edition) -> dict[str, Any]:
    """Return what the answers add up to, as plain values; no question has figures while fewer than 5 answers are counted.

    Answers are counted five at a time, so that `answered` may be more than `counted`.
    """
    box = AnswerBox.objects.filter(questionnaire__edition=edition).first()
    counted = box.counted if box and is_shown(len(box.counted)) else []
    answered = Respondent.objects.filter(enrolment__edition=edition).count()
    people = Enrolment.objects.active().filter(edition=edition).count()
    questions = added_up(questions_of(edition), counted) if counted else []
    return {"least": LEAST, "people": people, "answered": answered, "counted": len(counted), "questions": questions}


def before_and_after(edition: Edition, modules: Iterable[Any]) -> dict[str, Any]:
    """Return the means of the tests before and after the course, in per cent, and the difference for those who took both.

    `modules`: the outline. A figure about fewer than 5 people is None.
    """
    units = [unit for module in modules for unit in module.units if unit.is_quiz]
    before, after = ({unit.key for unit in units if unit.purpose == purpose} for purpose in ("before", "after"))
    held: dict[str, dict[int, float]] = {"before": _means(edition, before), "after": _means(edition, after)}
    both = sorted(held["before"].keys() & held["after"].keys())
    found: dict[str, Any] = {"has_tests": bool(before and after), "both": len(both)}
    for name, means in held.items():
        found[name] = {"people": len(means), "mean": _mean(list(means.values()))}
        found[f"{name}_both"] = _mean([means[pk] for pk in both])
    found["difference"] = _mean([held["after"][pk] - held["before"][pk] for pk in both])
    return found


def _means(edition: Edition, keys: set[UUID]) -> dict[int, float]:
    """Return for each learner the mean per cent of her counted attempts at these quizzes."""
    if not keys:
        return {}
    rows = UnitProgress.objects.filter(
        enrolment__edition=edition, enrolment__state=State.ACTIVE, unit_key__in=keys, percent__isnull=False
    ).values_list("enrolment", "percent")
    held: dict[int, list[int]] = defaultdict(list)
    for enrolment, percent in rows:
        held[enrolment].append(percent or 0)
    return {pk: sum(percents) / len(percents) for pk, percents in held.items()}


def _mean(values: list[float]) -> float | None:
    """Return the mean with one decimal; None about fewer than 5 people."""
    return round(sum(values) / len(values), 1) if is_shown(len(values)) else None
