"""What cannot be done: each case with the sentence that the person reads, and what she typed still before her."""

from datetime import timedelta

import pytest
from django.utils.html import escape

from courses.assessment import gate
from courses.assessment.actions import hand_in, start_attempt
from courses.assessment.clock import GRACE
from courses.assessment.models import Attempt
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, quiz_below, single

pytestmark = pytest.mark.django_db


def step(attempt, place=1):
    return f"/en/learning/attempts/{attempt.uid}/{place}/"


def answered(client, attempt, option=0, **fields):
    return client.post(step(attempt), {"answer": attempt.answers.get(place=1).order[option], **fields})


def is_typed(page, attempt, option=0):
    return f'value="{attempt.answers.get(place=1).order[option]}" checked' in page.text


def test_strangers_are_led_to_the_sign_in(client, attempt, quiz):
    addresses = [step(attempt), f"/en/learning/attempts/{attempt.uid}/", f"/en/learning/attempts/{attempt.uid}/hand-in/"]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 302
        assert "login" in answer["Location"]
    assert "login" in client.post(f"/en/learning/quizzes/{quiz.translation_key}/start/")["Location"]


@pytest.mark.parametrize("role", ["facilitator", "moderator", "editor", "partner", "admin"])
def test_another_persons_attempt_is_not_there_for_whoever_asks(client, cast, attempt, at, role):
    client.force_login(cast[role])
    for address in (step(attempt), f"/en/learning/attempts/{attempt.uid}/", f"/en/learning/attempts/{attempt.uid}/hand-in/"):
        assert client.get(address).status_code == 404
    assert client.post(step(attempt), {"answer": "x"}).status_code == 404
    assert client.post(f"/en/learning/attempts/{attempt.uid}/hand-in/").status_code == 404
    assert Attempt.objects.get().is_open


def test_another_learner_of_the_same_edition_does_not_see_it_either(client, attempt, edition, at):
    other = PersonFactory()
    enrolled(other, edition)
    client.force_login(other)
    assert client.get(step(attempt)).status_code == 404


def test_a_place_that_is_none_is_not_there(signed_in, attempt):
    assert signed_in.get(step(attempt, 9)).status_code == 404
    assert signed_in.post(step(attempt, 0), {"answer": "x"}).status_code == 404


def test_who_does_not_take_part_is_told_how_to(client, quiz, editor, at):
    client.force_login(editor)
    page = client.get(quiz.url)
    assert "This quiz is for those who take part in the course." in page.text
    assert 'href="/en/courses/inspection/"' in page.text
    answer = client.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", follow=True)
    assert "Enrol on the page of the course." in answer.text
    assert not Attempt.objects.exists()


def test_a_quiz_that_is_none_is_not_there(signed_in, enrolment):
    assert signed_in.post(f"/en/learning/quizzes/{enrolment.uid}/start/").status_code == 404


def test_the_answer_to_an_attempt_that_is_handed_in_is_refused_and_shown(signed_in, attempt):
    hand_in(attempt=attempt, now=NOW)
    answer = answered(signed_in, attempt, 1)
    assert answer.status_code == 409
    assert "This attempt was handed in before. The answer below was not saved." in answer.text
    assert is_typed(answer, attempt, 1)
    assert 'role="alert"' in answer.text
    kept = answered(signed_in, attempt, 1, keep="1")
    assert (kept.status_code, kept.json()["said"].startswith("This attempt was handed in before.")) == (409, True)


def test_who_left_reads_why_and_what_she_typed(signed_in, attempt, enrolment):
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    assert "You no longer take part in this edition." in signed_in.get(step(attempt)).text
    answer = answered(signed_in, attempt)
    assert answer.status_code == 409
    assert "You no longer take part in this edition." in answer.text
    assert is_typed(answer, attempt)
    answer = signed_in.post(f"/en/learning/attempts/{attempt.uid}/hand-in/")
    assert answer.status_code == 409
    assert "You no longer take part in this edition." in answer.text


def test_who_left_still_reads_her_results(signed_in, attempt, enrolment):
    hand_in(attempt=attempt, now=NOW)
    enrolment.state = State.WITHDRAWN
    enrolment.save()
    page = signed_in.get(f"/en/learning/attempts/{attempt.uid}/")
    assert "0 of 2 points" in page.text.replace("<b>0</b>", "0")
    assert "You no longer take part in this edition." in page.text
    assert 'name="number"' not in page.text


def test_in_a_closed_edition_one_reads_and_changes_nothing(signed_in, attempt, edition, quiz):
    edition.stage, edition.closed_at = Stage.CLOSED, NOW
    edition.save()
    answer = answered(signed_in, attempt)
    assert (answer.status_code, "This edition is closed." in answer.text, is_typed(answer, attempt)) == (409, True, True)
    assert "This edition is closed." in signed_in.get(quiz.url).text
    hand = signed_in.get(f"/en/learning/attempts/{attempt.uid}/hand-in/")
    assert "This edition is closed." in hand.text
    assert "Hand in my answers" not in hand.text


def test_while_the_quiz_is_taken_down_its_attempt_waits(signed_in, attempt, quiz):
    quiz.live = False
    quiz.save()
    answer = answered(signed_in, attempt)
    assert answer.status_code == 409
    assert "This quiz has been taken down for now. Your answers are kept: go on when it is back." in answer.text
    assert is_typed(answer, attempt)
    quiz.live = True
    quiz.save()
    assert answered(signed_in, attempt).status_code == 302


@pytest.fixture
def timed(module, enrolment):
    quiz = quiz_below(module, single(), single(), minutes_limit=30, slug="timed")
    return start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)


def test_the_page_tells_until_when_and_how_long_a_lost_line_is_forgiven(signed_in, timed):
    page = signed_in.get(step(timed)).text
    assert "Until Feb. 1, 2027, 9:30 a.m." in page
    assert "Answers that a lost line holds up count for 2 more minutes." in page


def test_past_the_limit_and_its_grace_the_answer_is_refused_and_the_rest_handed_in(signed_in, timed, at):
    answered(signed_in, timed)
    at(timed.ends_at + GRACE)
    assert answered(signed_in, timed, 1).status_code == 302
    at(timed.ends_at + GRACE + timedelta(seconds=1))
    answer = answered(signed_in, timed, 2)
    assert answer.status_code == 409
    assert "The time is over." in answer.text
    assert is_typed(answer, timed, 2)
    timed.refresh_from_db()
    assert (timed.is_open, timed.is_late) == (False, True)
    page = signed_in.get(f"/en/learning/attempts/{timed.uid}/")
    assert "Handed in when the time was over." in page.text


def test_who_only_looks_past_the_limit_is_asked_to_see_the_result(signed_in, timed, at):
    at(timed.ends_at + GRACE + timedelta(seconds=1))
    page = signed_in.get(step(timed), follow=True)
    assert "The time is over" in page.text
    assert "See the result" in page.text
    timed.refresh_from_db()
    assert timed.is_open
    assert "Not passed yet." in signed_in.post(f"/en/learning/attempts/{timed.uid}/hand-in/", follow=True).text


def test_attempts_that_are_used_up_are_told_on_every_page(signed_in, enrolment, module):
    quiz = quiz_below(module, single(), attempts_max=1, slug="once")
    made = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
    for address in (quiz.url, f"/en/learning/attempts/{made.uid}/"):
        page = signed_in.get(address).text
        assert "You have used all your attempts." in page
        assert 'name="number"' not in page
    answer = signed_in.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", {"number": "2"}, follow=True)
    assert "You have used all your attempts." in answer.text
    assert Attempt.objects.count() == 1


def test_a_quiz_without_questions_says_so(signed_in, enrolment, module):
    quiz = quiz_below(module, slug="empty")
    assert "This quiz has no questions yet." in signed_in.get(quiz.url).text


def test_what_cannot_be_an_answer_is_told_beside_it_and_kept(signed_in, enrolment, module, kinds):
    quiz = quiz_below(module, kinds["ordering"][0], kinds["numeric"][0], kinds["short"][0], slug="kinds")
    made = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    order = made.answers.get(place=1).order
    answer = signed_in.post(step(made, 1), {f"place-{order[0]}": "2", f"place-{order[1]}": "2"})
    assert answer.status_code == 422
    assert "Give each line a number of its own" in answer.text
    assert answer.text.count('value="2" selected') == 2
    answer = signed_in.post(step(made, 2), {"answer": 'about "ten"'})
    assert answer.status_code == 422
    assert "Write a number" in answer.text
    assert escape('about "ten"') in answer.text
    answer = signed_in.post(step(made, 3), {"answer": "x" * 501})
    assert (answer.status_code, "too long" in answer.text) == (422, True)
    assert set(made.answers.values_list("value", flat=True)) == {None}


@pytest.mark.parametrize("number", ["", "x", "-1", "99999999999", "²"])
def test_a_number_that_is_none_begins_an_attempt_all_the_same(signed_in, enrolment, quiz, number):
    answer = signed_in.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", {"number": number})
    assert answer.status_code == 302
    assert Attempt.objects.get().number == 1


def test_a_quiz_that_is_not_released_yet_tells_why_in_the_words_of_who_shut_it(signed_in, enrolment, quiz, monkeypatch):
    monkeypatch.setattr(gate, "_gates", [])
    gate.register(lambda held, page, now: "It opens after the reading.")
    answer = signed_in.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", {"number": "1"}, follow=True)
    assert "It opens after the reading." in answer.text
    assert not Attempt.objects.exists()


def test_get_never_begins_or_hands_in(signed_in, attempt, quiz):
    before = Attempt.objects.count()
    assert signed_in.get(f"/en/learning/quizzes/{quiz.translation_key}/start/").status_code == 302
    assert Attempt.objects.count() == before
    signed_in.get(f"/en/learning/attempts/{attempt.uid}/hand-in/")
    assert Attempt.objects.get().is_open
