"""A learner's whole way through a quiz, page by page, without a script."""

import pytest

from courses.assessment.models import Attempt

pytestmark = pytest.mark.django_db


def right_of(answer):
    return answer.version.shape["options"][0]


def test_the_whole_way_from_the_page_of_the_quiz_to_its_result(signed_in, enrolment, quiz):
    page = signed_in.get(f"/en{quiz.url.removeprefix('/en')}" if quiz.url else "")
    assert page.status_code == 200
    assert "2 questions" in page.text
    answer = signed_in.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", {"number": "1"}, follow=True)
    assert "Question 1 of 2" in answer.text
    made = Attempt.objects.get()
    for row in made.answers.all():
        answer = signed_in.post(f"/en/learning/attempts/{made.uid}/{row.place}/", {"answer": right_of(row)}, follow=True)
    assert "Every question has an answer." in answer.text
    answer = signed_in.post(f"/en/learning/attempts/{made.uid}/hand-in/", follow=True)
    assert "You passed." in answer.text
    assert "Your answer. Right." in answer.text
    made.refresh_from_db()
    assert made.score == made.points == 2
    assert "2 of 2 points" in signed_in.get(quiz.url).text
