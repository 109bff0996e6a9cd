"""Questions about what learners say, and what they knew before and after."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from courses.completion.models import UnitProgress
from courses.editions.models import Edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.evaluation.asking import added_up, default_questions
from courses.evaluation.hiding import LEAST, is_shown
from courses.evaluation.models import Questionnaire, Respondent

Percents = dict[UUID, dict[int, int]]


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


@dataclass(frozen=True)
class Answered:
    """How many of an edition stand where, how many have answered, what is asked, and the answers that are counted."""

    states: dict[str, int]
    people: int
    questions: list[dict[str, Any]]
    counted: list[dict[str, Any]]


def answered_in(edition: Edition) -> Answered:
    """Return the numbers that figures of an edition begin with. One query."""
    numbers = {state: Count("enrolments", filter=Q(enrolments__state=state)) for state in State.values}
    asked = Edition.objects.filter(pk=edition.pk).annotate(answered=Count("enrolments__respondent"), **numbers)
    row = asked.values("answered", *State.values, "questionnaire__questions", "questionnaire__box__counted").get()
    states = {state: row[state] for state in State.values}
    return Answered(states, row["answered"], row["questionnaire__questions"] or [], row["questionnaire__box__counted"] or [])


def figures_of(edition: Edition, told: Answered | None = None) -> dict[str, Any]:
    """Return what the answers add up to, as plain values; no question has figures while fewer than 5 answers are counted.

    Answers are counted five at a time, so that `answered` may be more than `counted`. One query, none where it was `told`.
    """
    told = told or answered_in(edition)
    counted = told.counted if is_shown(len(told.counted)) else []
    questions = added_up(told.questions or default_questions(), counted) if counted else []
    numbers = {"people": told.states[State.ACTIVE], "answered": told.people, "counted": len(counted)}
    return {"least": LEAST, **numbers, "questions": questions}


def percents_of(edition: Edition, keys: Collection[UUID]) -> Percents:
    """Return what those who take part reached in each of these quizzes, by quiz and enrolment. One query, none for no quiz."""
    rows = UnitProgress.objects.filter(enrolment__edition=edition, enrolment__state=State.ACTIVE, unit_key__in=keys, percent__isnull=False)
    held: Percents = defaultdict(dict)
    for key, enrolment, percent in rows.values_list("unit_key", "enrolment", "percent"):
        held[key][enrolment] = percent or 0
    return held


def before_and_after(edition: Edition, modules: Iterable[Any], percents: Percents | None = None) -> dict[str, Any]:
    """Return the means of the tests before and after the course, in per cent, and the difference for those who took both.

    `modules`: the outline; `percents`: of its quizzes, where they were asked for anyway. A figure about fewer than 5 people is None.
    """
    units = [unit for module in modules for unit in module.units if unit.is_quiz]
    before, after = ({unit.key for unit in units if unit.purpose == purpose} for purpose in ("before", "after"))
    reached = percents_of(edition, before | after) if percents is None else percents
    held: dict[str, dict[int, float]] = {"before": _means(reached, before), "after": _means(reached, after)}
    both = sorted(held["before"].keys() & held["after"].keys())
    found: dict[str, Any] = {"has_tests": bool(before and after), "both": len(both)}
    for name, means in held.items():
        alone = len(means) - len(both)  # of these few, the mean of all less that of both would tell
        told = None if is_shown(len(both)) and 0 < alone < LEAST else _mean(list(means.values()))
        found[name] = {"people": len(means), "mean": told}
        found[f"{name}_both"] = _mean([means[pk] for pk in both])
    found["difference"] = _mean([held["after"][pk] - held["before"][pk] for pk in both])
    return found


def _means(percents: Percents, keys: set[UUID]) -> dict[int, float]:
    """Return for each learner the mean per cent of her counted attempts at these quizzes."""
    held: dict[int, list[int]] = defaultdict(list)
    for key in keys & percents.keys():
        for enrolment, percent in percents[key].items():
            held[enrolment].append(percent)
    return {pk: sum(reached) / len(reached) for pk, reached in held.items()}


def _mean(values: list[float]) -> float | None:
    """Return the mean with one decimal; None about fewer than 5 people."""
    return round(sum(values) / len(values), 1) if is_shown(len(values)) else None
