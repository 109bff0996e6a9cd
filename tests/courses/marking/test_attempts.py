"""The attempts of one who takes part, as staff read them; grading again on its page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.assessment.models import Regrade
from courses.editions.models import StaffAct
from tests.factories.learning import NOW, quiz_below, run, single

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, facilitator, edition):
    run(edition, facilitator)
    client.force_login(facilitator)
    return client


@pytest.fixture
def asked(db):
    return single(name="Age")


@pytest.fixture
def done(enrolment, module, asked):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, asked, slug="of-age", title="Of age"), now=NOW)
    save_answer(attempt=attempt, place=1, value=asked.shape["options"][1], now=NOW)
    return hand_in(attempt=attempt, now=NOW)


def corrected(asked):
    weights = dict(zip(asked.shape["options"], (0, 100, 0), strict=True))
    texts = asked.versions.get(number=1).texts
    asked.version = 2
    asked.save()
    return asked.versions.create(number=2, kind="single", points=1, shape=asked.shape, key={"weights": weights}, texts=texts, made_at=NOW)


def words(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def test_attempts_are_listed_with_their_scores(desk, done, enrolment, quiz):
    start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    page = words(desk.get(f"/en/teaching/enrolments/{enrolment.uid}/attempts/"))
    assert "Inês Mutombo" in page
    assert "Of age · 1 0 of 1 point, 0 % · not passed" in page
    assert "A quiz · 1 under way" in page


def test_who_has_not_tried_yet_has_none(desk, enrolment):
    assert "None yet." in desk.get(f"/en/teaching/enrolments/{enrolment.uid}/attempts/").text


def test_an_attempt_is_read_with_its_answers(desk, done):
    page = words(desk.get(f"/en/teaching/attempts/{done.uid}/"))
    assert "15 Chosen. Not right." in page
    assert "18 This is right." in page
    assert "Your answer" not in page


def test_an_attempt_under_way_is_read_as_it_stands(desk, attempt):
    page = words(desk.get(f"/en/teaching/attempts/{attempt.uid}/"))
    assert "under way" in page
    assert "not answered" in page


def test_the_list_and_the_attempt_cost_the_same_however_long(desk, enrolment, module):
    lists, reads = [], []
    for count in (1, 3):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-{count}", attempts_max=None)
        for _time in range(count):
            attempt = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
        for address, costs in ((f"enrolments/{enrolment.uid}/attempts/", lists), (f"attempts/{attempt.uid}/", reads)):
            desk.get(f"/en/teaching/{address}")
            with CaptureQueriesContext(connection) as queries:
                desk.get(f"/en/teaching/{address}")
            costs.append(len(queries))
    assert lists[0] == lists[1] <= 10
    assert reads[0] == reads[1] <= 10


def test_grading_again_asks_for_a_reason_and_tells_what_it_changed(desk, done, asked, facilitator):
    corrected(asked)
    address = f"/en/teaching/questions/{asked.uid}/regrade/"
    assert "1 answer was given before version 2 of this question." in desk.get(address).text
    answer = desk.post(address, {"reason": "  "})
    assert answer.status_code == 422
    assert "This field is required." in answer.text
    assert not Regrade.objects.exists()
    page = words(desk.post(address, {"reason": "The law says so."}, follow=True))
    assert "The answers are being graded again." in page
    assert "1 answer changed" in page
    assert "The law says so." in page
    done.refresh_from_db()
    assert done.score == 1
    assert StaffAct.objects.get(verb="assessment.regrade").by == facilitator


def test_the_attempt_keeps_a_log_of_what_was_graded_again(desk, done, asked):
    corrected(asked)
    desk.post(f"/en/teaching/questions/{asked.uid}/regrade/", {"reason": "The law says so."})
    page = words(desk.get(f"/en/teaching/attempts/{done.uid}/"))
    assert "Graded again" in page
    assert "Question 1: from 0 to 1" in page
    assert "15 Chosen. Right." in page


def test_asking_twice_grades_once(desk, done, asked):
    corrected(asked)
    address = f"/en/teaching/questions/{asked.uid}/regrade/"
    for _time in range(2):
        desk.post(address, {"reason": "The law says so."})
    assert Regrade.objects.count() == 1
    assert "asking again does what is still to be done" in desk.get(address).text


def test_without_older_answers_there_is_nothing_to_do(desk, asked):
    address = f"/en/teaching/questions/{asked.uid}/regrade/"
    assert "there is nothing to grade again" in desk.get(address).text
    assert desk.post(address, {"reason": "Still."}).status_code == 200
    assert not Regrade.objects.exists()
