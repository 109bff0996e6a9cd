"""Who takes a quiz, and who reads an attempt: each rule and its queryset twin say the same of the whole cast."""

import pytest

from courses.assessment.actions import start_attempt
from courses.assessment.choices import Refusal
from courses.assessment.models import Attempt
from courses.assessment.rules import can_oversee, can_take, overseen_by, refusal, taken_by
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempts(course, quiz, enrolment, edition, cast):
    """One attempt of the learner, one of somebody else in her edition, one of each in an edition that others run."""
    run(edition, cast["facilitator"])
    other = edition_of(course, name="Other")
    rows = [enrolment, enrolled(PersonFactory(), edition), enrolled(PersonFactory(), other), enrolled(cast["facilitator"], other)]
    return [start_attempt(enrolment=row, quiz=quiz, now=NOW) for row in rows]


ROLES = ["stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin"]


@pytest.mark.parametrize("role", ROLES)
def test_rules_and_their_twins_agree(attempts, cast, role):
    user = cast[role]
    rows = list(Attempt.objects.select_related("enrolment__edition"))
    assert {row.pk for row in rows if can_take(user, row)} == set(taken_by(user).values_list("pk", flat=True))
    assert {row.pk for row in rows if can_oversee(user, row)} == set(overseen_by(user).values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("role", "taken", "overseen"),
    [
        ("stranger", [], []),
        ("learner", [0], []),
        ("facilitator", [3], [0, 1]),
        ("moderator", [], []),
        ("editor", [], [0, 1, 2, 3]),
        ("reviewer", [], []),
        ("translator", [], []),
        ("partner", [], []),
        ("admin", [], [0, 1, 2, 3]),
    ],
)
def test_who_takes_and_who_oversees(attempts, cast, role, taken, overseen):
    assert [number for number, row in enumerate(attempts) if can_take(cast[role], row)] == taken
    assert [number for number, row in enumerate(attempts) if can_oversee(cast[role], row)] == overseen


def test_nothing_stands_against_one_who_takes_part(enrolment, quiz):
    assert refusal(enrolment, quiz) is None


@pytest.mark.parametrize("state", [State.ASKED, State.WAITING, State.REFUSED, State.WITHDRAWN])
def test_only_who_takes_part_answers(enrolment, quiz, state):
    enrolment.state = state
    assert refusal(enrolment, quiz) == Refusal.WITHDRAWN


def test_a_closed_edition_and_a_quiz_taken_down_are_told_apart(enrolment, quiz):
    assert refusal(enrolment, None) == Refusal.GONE
    quiz.live = False
    assert refusal(enrolment, quiz) == Refusal.GONE
    enrolment.edition.stage = Stage.CLOSED
    assert refusal(enrolment, quiz) == Refusal.CLOSED
