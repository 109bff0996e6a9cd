"""A learner's whole way through a quiz, page by page, without a script."""

import re
from html import unescape

import pytest

from courses.assessment.models import Attempt
from tests.factories.learning import quiz_below

pytestmark = pytest.mark.django_db


def start(client, quiz, number=1):
    return client.post(f"/en/learning/quizzes/{quiz.translation_key}/start/", {"number": str(number)}, follow=True)


def step(made, place):
    return f"/en/learning/attempts/{made.uid}/{place}/"


def test_the_whole_way_from_the_page_of_the_quiz_to_its_result(signed_in, enrolment, quiz):
    page = signed_in.get(quiz.url)
    assert "2 questions" in page.text
    assert "2 points" in page.text
    answer = start(signed_in, quiz)
    assert "Question 1 of 2" in answer.text
    made = Attempt.objects.get()
    for row in made.answers.select_related("version"):
        answer = signed_in.post(step(made, row.place), {"answer": row.version.shape["options"][0]}, follow=True)
    assert "Every question has an answer." in answer.text
    answer = signed_in.post(f"/en/learning/attempts/{made.uid}/hand-in/", follow=True)
    assert "You passed." in answer.text
    assert "Your answer. Right." in answer.text
    made.refresh_from_db()
    assert made.score == made.points == 2
    assert "2 of 2 points" in signed_in.get(quiz.url).text


def test_a_wrong_try_and_a_second_one(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    first = Attempt.objects.get()
    answer = signed_in.post(f"/en/learning/attempts/{first.uid}/hand-in/", follow=True)
    assert "Not passed yet." in answer.text
    assert "not answered" in answer.text
    assert "2 attempts left" in answer.text
    assert 'name="number" value="2"' in answer.text
    answer = start(signed_in, quiz, 2)
    assert "Question 1 of 2" in answer.text
    assert Attempt.objects.count() == 2


def test_the_start_pressed_twice_or_again_from_the_history_begins_one_attempt(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    start(signed_in, quiz)
    made = Attempt.objects.get()
    signed_in.post(f"/en/learning/attempts/{made.uid}/hand-in/")
    assert "Not passed yet." in start(signed_in, quiz).text
    assert Attempt.objects.count() == 1


def form_of(page):
    """Return the fields of the question's form as a browser without scripts would send them, nothing chosen."""
    body = re.search(r'<form class="narrow".*?</form>', page, re.DOTALL)[0]
    return set(re.findall(r'name="([^"]+)"', body)) - {"csrfmiddlewaretoken", "to"}


def test_each_kind_of_question_is_answered_by_plain_inputs(signed_in, enrolment, module, kinds):
    quiz = quiz_below(module, *(question for question, _value in kinds.values()))
    start(signed_in, quiz)
    made = Attempt.objects.get()
    values = {question.pk: (kind, value) for kind, (question, value) in kinds.items()}
    for row in made.answers.all():
        kind, value = values[row.question_id]
        fields = {
            "multiple": lambda value: {"answer": value},
            "matching": lambda value: {f"pair-{left}": right for left, right in value.items()},
            "ordering": lambda value: {f"place-{one}": str(place) for place, one in enumerate(value, start=1)},
        }.get(kind, lambda value: {"answer": value})(value)
        assert form_of(signed_in.get(step(made, row.place)).text) == set(fields)
        assert signed_in.post(step(made, row.place), fields).status_code == 302
    answer = signed_in.post(f"/en/learning/attempts/{made.uid}/hand-in/", follow=True)
    assert "10 of 10 points" in re.sub(r"<[^>]+>|\s+", " ", answer.text).replace("  ", " ")


def test_what_was_saved_stands_in_the_form_again(signed_in, enrolment, module, kinds):
    quiz = quiz_below(module, *(question for question, _value in kinds.values()))
    start(signed_in, quiz)
    made = Attempt.objects.get()
    for row in made.answers.select_related("question"):
        kind = row.question.kind
        row.value = kinds[kind][1]
        row.save()
        page = signed_in.get(step(made, row.place)).text
        expected = {"multiple": 2, "matching": 2, "ordering": 3}.get(kind)
        if expected:
            assert len(re.findall(r" (?:checked|selected)", page.partition('class="question"')[2].partition("</form>")[0])) == expected
        else:
            assert f'value="{row.value}"' in page


def test_leaving_saves_and_leads_back_to_the_quiz_which_offers_to_go_on(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    made = Attempt.objects.get()
    row = made.answers.get(place=1)
    answer = signed_in.post(step(made, 1), {"answer": row.order[0], "to": "leave"})
    assert answer["Location"] == quiz.url
    assert "Go on with attempt 1" in signed_in.get(quiz.url).text
    assert signed_in.get(f"/en/learning/attempts/{made.uid}/")["Location"] == step(made, 2)


def test_one_goes_to_any_question_and_sees_which_are_answered(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    made = Attempt.objects.get()
    row = made.answers.get(place=2)
    assert signed_in.post(step(made, 2), {"answer": row.order[0]})["Location"].endswith("/hand-in/")
    page = signed_in.get(step(made, 1)).text
    assert page.count(">answered<") == 1
    assert f'href="{step(made, 2)}" data-is="done"' in page
    assert f'href="{step(made, 1)}" data-is="open" aria-current="page"' in page
    assert "1 question has no answer yet." in signed_in.get(f"/en/learning/attempts/{made.uid}/hand-in/").text


def test_what_is_pressed_says_where_one_goes(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    made = Attempt.objects.get()
    assert signed_in.post(step(made, 2), {"to": "1"})["Location"] == step(made, 1)
    assert signed_in.post(step(made, 1), {"to": "99999"})["Location"].endswith("/hand-in/")
    assert signed_in.post(step(made, 1), {"to": "<b>"})["Location"] == step(made, 2)


def test_a_script_saves_and_stays(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    made = Attempt.objects.get()
    row = made.answers.get(place=1)
    for _time in range(2):
        answer = signed_in.post(step(made, 1), {"answer": row.order[0], "keep": "1"})
        assert (answer.status_code, answer.content) == (204, b"")
    row.refresh_from_db()
    assert row.value == row.order[0]
    answer = signed_in.post(step(made, 1), {"answer": "nothing of the kind", "keep": "1"})
    assert (answer.status_code, answer.json()) == (422, {"said": "Choose one of the answers below."})


def test_the_form_lends_its_script_the_words(signed_in, enrolment, quiz):
    start(signed_in, quiz)
    made = Attempt.objects.get()
    page = signed_in.get(step(made, 1)).text
    assert f'data-answer="{made.uid}"' in page
    assert 'data-keep="1"' in page
    assert "No line: kept on this device" in page


def test_who_signs_in_first_is_led_to_the_quiz_and_its_button(client, learner, enrolment, quiz):
    path = f"/en/learning/quizzes/{quiz.translation_key}/start/"
    assert client.post(path).status_code == 302
    client.force_login(learner)
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    assert "/start/" not in answer.request["PATH_INFO"]
    assert not Attempt.objects.exists()


def test_an_answer_that_a_device_kept_says_what_it_knew_and_how_old_it_is(signed_in, attempt):
    row = attempt.answers.get(place=1)
    old, new = row.order[:2]
    path = f"/en/learning/attempts/{attempt.uid}/1/"
    saved = signed_in.post(path, {"answer": new, "keep": "1", "known": "", "age": "0"})
    assert saved.status_code == 204
    assert saved["X-Known"] in unescape(signed_in.get(path).content.decode())
    late = signed_in.post(path, {"answer": old, "keep": "1", "known": "", "age": "3600"})
    assert late.status_code == 409
    assert attempt.answers.get(place=1).value == new
    known = signed_in.post(path, {"answer": old, "keep": "1", "known": saved["X-Known"], "age": "3600"})
    assert known.status_code == 204
    assert attempt.answers.get(place=1).value == old
    for age in ("", "-1", "x", "9" * 40, "²"):
        assert signed_in.post(path, {"answer": new, "keep": "1", "age": age, "known": "x" * 999}).status_code in (204, 409)
