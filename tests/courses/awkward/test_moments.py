"""Awkward moments as the person meets them: what happened meanwhile, and the sentence that she reads."""

from datetime import timedelta

import pytest
from django.test import Client

from courses.assessment.actions import hand_in, start_attempt
from courses.assessment.clock import GRACE
from courses.assessment.models import Answer, Attempt
from courses.completion.models import Happening, UnitProgress
from courses.editions.actions import close_edition
from courses.editions.choices import Stage
from courses.enrolment.actions import withdraw
from courses.enrolment.models import Enrolment
from courses.learning.models import Note
from mail.models import Message
from tests.factories.campus import everything
from tests.factories.learning import NOW, quiz_below, single

pytestmark = pytest.mark.django_db


@pytest.fixture
def inside(client, campus, people):
    """The learner, signed in."""
    client.force_login(people["learner"])
    return client


def step(campus, place=1, attempt=None):
    return f"/en/learning/attempts/{(attempt or campus.attempt).uid}/{place}/"


def mark(campus, page=None):
    return f"/en/learning/units/{(page or campus.reading).translation_key}/mark/"


def option(campus, number=0, place=1, attempt=None):
    return (attempt or campus.attempt).answers.get(place=place).order[number]


def test_two_tabs_answer_the_same_question_and_the_later_answer_stands(campus, people, inside):
    other = Client()
    other.force_login(people["learner"])
    pages = [browser.get(step(campus)).text for browser in (inside, other)]
    assert all("What age?" in page for page in pages)
    assert inside.post(step(campus), {"answer": option(campus, 0)}).status_code == 302
    assert other.post(step(campus), {"answer": option(campus, 1)}).status_code == 302
    assert campus.attempt.answers.get(place=1).value == option(campus, 1)
    assert f'value="{option(campus, 1)}" checked' in inside.get(step(campus)).text
    assert Attempt.objects.count() == 1
    assert Answer.objects.count() == 2


def test_a_tab_that_was_left_open_says_that_the_attempt_was_handed_in(campus, people, inside):
    other = Client()
    other.force_login(people["learner"])
    other.get(step(campus))
    inside.post(f"/en/learning/attempts/{campus.attempt.uid}/hand-in/")
    answer = other.post(step(campus), {"answer": option(campus, 1)})
    assert answer.status_code == 409
    assert "This attempt was handed in before. The answer below was not saved." in answer.text
    assert f'value="{option(campus, 1)}" checked' in answer.text
    assert campus.attempt.answers.get(place=1).value is None


def test_every_post_of_a_learner_replayed_changes_nothing_more(campus, inside):
    """A phone that lost its line sends again what had arrived."""
    posts = [
        (step(campus), {"answer": option(campus)}),
        (mark(campus), {}),
        (f"/en/learning/units/{campus.reading.translation_key}/place/", {"place": "b-2"}),
        (f"/en/learning/notes/{campus.reading.translation_key}/", {"text": "Once"}),
        (f"/en/learning/attempts/{campus.attempt.uid}/hand-in/", {}),
        (f"/en/learning/editions/{campus.own.uid}/", {}),
    ]
    for path, said in posts:
        first = inside.post(path, said)
        before = everything()
        again = inside.post(path, said)
        assert again.status_code == first.status_code or again.status_code == 409, path
        assert everything() == before, path
    assert Note.objects.get().text == "Once"
    assert Happening.objects.filter(unit_key=campus.reading.translation_key, deed="marked").count() == 1
    start = f"/en/learning/quizzes/{campus.quiz.translation_key}/start/"
    for _time in range(3):
        inside.post(start, {"number": "2"})
    assert Attempt.objects.count() == 2


def test_every_decision_of_staff_replayed_is_told_and_written_down_once(campus, client, people):
    client.force_login(people["facilitator"])
    where = f"/en/teaching/editions/{campus.own.uid}/people/"
    posts = [
        (f"{where}{campus.waiting.uid}/approve/", {}),
        (f"{where}{campus.enrolment.uid}/days/", {"days": "5", "reason": "The line was down."}),
        (f"{where}{campus.waiting.uid}/end/", {"reason": "A mistake."}),
    ]
    for path, said in posts:
        client.post(path, said)
        acts, mails = campus.own.staff_acts.count(), Message.objects.count()
        client.post(path, said)
        assert campus.own.staff_acts.count() == acts, path
        assert Message.objects.count() == mails, path
    campus.enrolment.refresh_from_db()
    assert campus.enrolment.extra_days == 5


@pytest.mark.parametrize(
    ("late", "status"), [(timedelta(0), 302), (GRACE, 302), (GRACE + timedelta(seconds=1), 409), (timedelta(days=2), 409)]
)
def test_the_clock_past_the_limit(campus, inside, monkeypatch, late, status):
    quiz = quiz_below(campus.modules[0], single(), minutes_limit=10, slug="timed")
    attempt = start_attempt(enrolment=campus.enrolment, quiz=quiz, now=NOW)
    monkeypatch.setattr("django.utils.timezone.now", lambda: attempt.ends_at + late)
    answer = inside.post(step(campus, attempt=attempt), {"answer": option(campus, attempt=attempt)})
    assert answer.status_code == status
    attempt.refresh_from_db()
    if status == 409:
        assert "The time is over." in answer.text
        assert not attempt.is_open
        assert attempt.score == 0
    else:
        assert attempt.is_open
        assert attempt.answers.get().value == option(campus, attempt=attempt)


def test_more_time_was_given_to_nobody_else_by_opening_anothers_attempt(campus, client, people):
    for who in ("other_learner", "facilitator", "admin"):
        client.force_login(people[who])
        whole = f"/en/learning/attempts/{campus.attempt.uid}/"
        for path in (step(campus), whole, f"{whole}hand-in/"):
            answer = client.get(path)
            assert answer.status_code == 404, (who, path)
            assert "What age?" not in answer.text
        assert client.post(step(campus), {"answer": option(campus)}).status_code == 404
        assert client.post(f"{whole}hand-in/").status_code == 404
    campus.attempt.refresh_from_db()
    assert campus.attempt.is_open
    assert campus.attempt.answers.get(place=1).value is None


def test_who_left_is_told_at_every_door(campus, people, inside):
    withdraw(enrolment=campus.enrolment, by=people["learner"], now=NOW)
    answer = inside.post(step(campus), {"answer": option(campus)})
    assert (answer.status_code, "You no longer take part in this edition." in answer.text) == (409, True)
    answer = inside.post(mark(campus))
    assert (answer.status_code, "You do not take part in this course. Enrol first." in answer.text) == (403, True)
    answer = inside.get(f"/en/learning/editions/{campus.own.uid}/withdraw/")
    assert (answer.status_code, "There is nothing to withdraw from" in answer.text) == (403, True)
    answer = inside.post(f"/en/learning/quizzes/{campus.quiz.translation_key}/start/", {"number": "2"}, follow=True)
    assert "This quiz is for those who take part in the course." in answer.text
    assert not UnitProgress.objects.filter(enrolment=campus.enrolment, done_at__isnull=False).exists()
    assert inside.get(campus.reading.url).status_code == 200  # open pages stay open, untracked
    assert not Happening.objects.filter(enrolment=campus.enrolment, unit_key=campus.reading.translation_key).exists()


def test_who_comes_back_goes_on_where_she_was(campus, people, inside):
    inside.post(step(campus), {"answer": option(campus)})
    withdraw(enrolment=campus.enrolment, by=people["learner"], now=NOW)
    answer = inside.post(f"/en/learning/editions/{campus.own.uid}/", follow=True)
    assert "You take part. Welcome." in answer.text
    assert Enrolment.objects.filter(person=people["learner"], edition=campus.own).count() == 1
    assert f'value="{option(campus)}" checked' in inside.get(step(campus)).text


@pytest.mark.parametrize("which", ["reading", "quiz"])
def test_a_unit_is_taken_down_while_she_is_in_it(campus, inside, which):
    page = getattr(campus, which)
    assert inside.get(page.url).status_code == 200
    inside.post(mark(campus))
    before = UnitProgress.objects.filter(done_at__isnull=False).count()
    page.unpublish()
    assert inside.get(page.url).status_code == 404
    assert inside.post(mark(campus, page)).status_code in (403, 404)
    if which == "quiz":
        answer = inside.post(step(campus), {"answer": option(campus)})
        assert answer.status_code == 409
        assert "This quiz has been taken down for now. Your answers are kept: go on when it is back." in answer.text
        assert inside.post(f"/en/learning/quizzes/{page.translation_key}/start/").status_code == 404
    mine = inside.get("/en/learning/")
    assert mine.status_code == 200
    assert page.title not in mine.text
    assert UnitProgress.objects.filter(done_at__isnull=False).count() == before == 1


def test_a_whole_course_is_taken_down_and_every_own_page_still_answers(campus, inside):
    for page in (*campus.modules, campus.course):
        page.unpublish()
    for path in ("", "calendar/", "notes/", "letters/", f"editions/{campus.own.uid}/"):
        assert inside.get(f"/en/learning/{path}").status_code == 200, path
    assert inside.get(f"/en/learning/courses/{campus.course.translation_key}/").status_code == 404
    assert inside.get(f"/en/learning/courses/{campus.course.translation_key}/continue/").status_code == 404
    assert inside.get(step(campus)).status_code == 200


def test_the_edition_is_closed_while_she_is_in_a_quiz_and_in_a_unit(campus, people, inside):
    inside.get(step(campus))
    close_edition(edition=campus.own, by=people["admin"], now=NOW)
    before = everything()
    answer = inside.post(step(campus), {"answer": option(campus, 1)})
    assert answer.status_code == 409
    assert "This edition is closed." in answer.text
    assert f'value="{option(campus, 1)}" checked' in answer.text
    answer = inside.post(mark(campus))
    assert answer.status_code == 403
    assert "This edition is closed: its figures do not change any more." in answer.text
    answer = inside.get(f"/en/learning/editions/{campus.own.uid}/withdraw/")
    assert (answer.status_code, "this edition is closed" in answer.text) == (403, True)
    assert inside.get(campus.reading.url).status_code == 200
    assert everything() == before


def test_the_facilitator_is_told_too_that_it_is_closed(campus, client, people):
    close_edition(edition=campus.own, by=people["admin"], now=NOW)
    assert campus.own.__class__.objects.get(pk=campus.own.pk).stage == Stage.CLOSED
    client.force_login(people["facilitator"])
    here = f"/en/teaching/editions/{campus.own.uid}/"
    learner = f"{here}cohort/{campus.enrolment.uid}/"
    before = everything()
    said = {"unit": str(campus.reading.translation_key), "verb": "grant", "reason": "Because", "days": "3"}
    for path in (
        f"{learner}mark/",
        f"{learner}days/",
        f"{here}dates/",
        f"{here}events/new/",
        f"{here}people/{campus.waiting.uid}/approve/",
    ):
        answer = client.post(path, said, follow=True)
        assert answer.status_code in (200, 403, 409), path
        assert "closed" in answer.text, path
    assert everything() == before
    for path in (here, f"{here}cohort/", f"{here}report/", learner):
        assert client.get(path).status_code == 200, path


def test_handing_in_again_shows_the_same_result(campus, inside):
    inside.post(step(campus), {"answer": option(campus)})
    hand_in(attempt=campus.attempt, now=NOW)
    before = everything()
    for _time in range(2):
        page = inside.post(f"/en/learning/attempts/{campus.attempt.uid}/hand-in/", follow=True)
        assert "1 of 2 points" in page.text.replace("<b>", "").replace("</b>", "")
    assert everything() == before
