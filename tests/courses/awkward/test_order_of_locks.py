"""Rows are taken in one order by every action: the edition, the enrolment, the attempt. Else two of them wait for one another for ever."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.assessment.actions import end_overdue, grade_again, hand_in, save_answer, start_attempt
from courses.assessment.models import Regrade
from courses.completion.models import Happening
from courses.editions.models import StaffAct
from courses.enrolment.actions import give_days, withdraw
from courses.facilitation.actions import mark_unit, note_attendance
from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, single

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not connection.features.has_select_for_update, reason="SQLite holds the whole database: there is no order to keep"),
]
LATER = NOW + timedelta(days=1)
POINTS = {"edition": "staffact", "enrolment": "happening", "attempt": "answer"}  # whose new or changed rows hold the row they point to
TAKEN = {
    name: re.compile(
        rf'FROM "courses_{name}" .*FOR (NO KEY )?UPDATE|^UPDATE "courses_{name}"|^(INSERT INTO|UPDATE) "courses_{row}"', re.DOTALL
    )
    for name, row in POINTS.items()
}


@pytest.fixture
def place(course):
    asked = single()
    quiz = quiz_below(modules_below(course, 1)[0], asked, attempts_max=None, minutes_limit=5)
    return enrolled(PersonFactory(), edition_of(course)), quiz, asked


def taken(work):
    """Return in which order the three kinds of rows were first taken."""
    with CaptureQueriesContext(connection) as caught:
        work()
    found = [name for query in caught for name, sign in TAKEN.items() if sign.search(query["sql"])]
    return list(dict.fromkeys(found))


def begun(place):
    enrolment, quiz, _asked = place
    return start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)


def corrected(place, by):
    asked = place[2]
    weights = {one: 100 if number == 1 else 0 for number, one in enumerate(asked.shape["options"])}
    version = asked.versions.create(number=2, kind="single", points=1, shape=asked.shape, key={"weights": weights}, texts={}, made_at=NOW)
    return Regrade.objects.create(version=version, by=by, reason="Wrong.", at=NOW)


def test_a_mark_by_hand_takes_the_edition_first(place, facilitator):
    enrolment, quiz, _asked = place
    said = {"unit_key": quiz.translation_key, "is_done": True, "by": facilitator, "reason": "Seen.", "now": NOW}
    assert taken(lambda: mark_unit(enrolment=enrolment, **said)) == ["edition", "enrolment"]
    assert Happening.objects.exists()


def test_an_answer_that_comes_too_late_takes_the_enrolment_before_the_attempt(place):
    attempt = begun(place)

    def answer():
        with pytest.raises(Exception, match="over"):
            save_answer(attempt=attempt, place=1, value=place[2].shape["options"][0], now=LATER)

    assert taken(answer) == ["enrolment", "attempt"]


@pytest.mark.parametrize(
    "work",
    [
        lambda attempt: hand_in(attempt=attempt, now=NOW),
        lambda attempt: end_overdue(now=LATER),
        lambda attempt: save_answer(attempt=attempt, place=1, value=None, now=NOW),
    ],
)
def test_who_ends_or_changes_an_attempt_takes_the_enrolment_first(place, work):
    attempt = begun(place)
    assert taken(lambda: work(attempt)) == ["enrolment", "attempt"]


def test_a_corrected_key_takes_all_three_in_order(place, facilitator):
    hand_in(attempt=begun(place), now=NOW)
    row = corrected(place, facilitator)
    assert taken(lambda: grade_again(regrade_id=row.pk, now=LATER))[:3] == ["edition", "enrolment", "attempt"]


@pytest.mark.parametrize("verb", ["withdraw", "days", "attendance"])
def test_what_staff_decide_takes_the_edition_first(place, facilitator, verb):
    enrolment = place[0]
    event = enrolment.edition.events.create(title="Webinar", starts_at=NOW)
    works = {
        "withdraw": lambda: withdraw(enrolment=enrolment, by=facilitator, reason="Left.", now=NOW),
        "days": lambda: give_days(enrolment=enrolment, days=3, by=facilitator, reason="Ill.", now=NOW),
        "attendance": lambda: note_attendance(event=event, noted={enrolment.uid: True}, by=facilitator, now=NOW),
    }
    assert taken(works[verb])[0] == "edition"
    assert StaffAct.objects.exists()
