"""What a quiz asks, as staff say it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.assessment.actions import start_attempt
from courses.assessment.models import QuizItem
from courses.editions.choices import Stage
from courses.editions.models import StaffAct
from courses.marking import actions
from tests.factories.learning import NOW, edition_of, quiz_below, single

pytestmark = pytest.mark.django_db


def address(quiz, query=""):
    return f"/en/teaching/quizzes/{quiz.translation_key}/{query}"


def asked(quiz):
    return [item.question.name if item.question else item.folder for item in QuizItem.objects.filter(quiz_key=quiz.translation_key)]


@pytest.fixture
def desk(client, facilitator, edition):
    client.force_login(facilitator)
    return client


@pytest.fixture
def long_quiz(module):
    return quiz_below(module, *(single(name=name) for name in "ABCD"))


def test_a_question_is_found_by_its_words_and_added_at_the_end(desk, quiz):
    found, _other = single(name="Hours of work", folder="Bank"), single(name="Age", folder="Bank")
    page = desk.get(address(quiz, "?q=hours&folder=")).text
    assert page.count('name="add"') == 1
    answer = desk.post(address(quiz), {"add": str(found.uid)}, follow=True)
    assert "Saved. Attempts under way keep their questions." in answer.text
    assert asked(quiz) == ["Q1", "Q2", "Hours of work"]
    assert "No question was found that is not asked already." in desk.get(address(quiz, "?q=hours")).text


def test_questions_are_found_by_words_of_the_question_itself_and_by_folder(desk, quiz):
    single(name="Nothing", folder="Bank/Deep")
    assert desk.get(address(quiz, "?q=what+AGE&folder=Bank")).text.count('name="add"') == 1
    assert desk.get(address(quiz, "?q=&folder=Test")).text.count('name="add"') == 0
    assert desk.get(address(quiz, "?folder=No+such")).status_code == 200


def test_adding_twice_adds_once_and_what_is_no_longer_asked_is_not_there(desk, quiz):
    row, retired = single(name="New"), single(is_retired=True)
    for _time in range(2):
        desk.post(address(quiz), {"add": str(row.uid)})
    assert asked(quiz) == ["Q1", "Q2", "New"]
    assert desk.post(address(quiz), {"add": str(retired.uid)}).status_code == 404
    assert desk.post(address(quiz), {"add": "nothing"}).status_code == 404


def test_some_are_drawn_from_a_folder_and_their_number_is_changed(desk, quiz):
    for name in "ABC":
        single(name=name, folder="Bank")
    desk.post(address(quiz), {"folder": "Bank", "draw": "2"})
    assert "2 of 3, at random" in desk.get(address(quiz)).text
    desk.post(address(quiz), {"folder": "Bank", "draw": "1"})
    assert QuizItem.objects.get(folder="Bank").draw == 1
    assert asked(quiz) == ["Q1", "Q2", "Bank"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"folder": "Bank", "draw": "9"}, "The folder holds 1 questions."),
        ({"folder": "Bank", "draw": "0"}, "greater than or equal to 1"),
        ({"folder": "No such", "draw": "1"}, "Select a valid choice"),
        ({"folder": "", "draw": "x"}, "Enter a whole number."),
    ],
)
def test_what_cannot_be_drawn_is_told_beside_it(desk, quiz, fields, said):
    single(folder="Bank")
    answer = desk.post(address(quiz), fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert asked(quiz) == ["Q1", "Q2"]


def test_up_down_and_away(desk, long_quiz):
    item = QuizItem.objects.get(question__name="C")
    desk.post(address(long_quiz), {"item": item.pk, "to": "2"})
    assert asked(long_quiz) == ["A", "C", "B", "D"]
    desk.post(address(long_quiz), {"item": item.pk, "to": "4"})
    assert asked(long_quiz) == ["A", "B", "D", "C"]
    desk.post(address(long_quiz), {"item": item.pk, "remove": "1"})
    desk.post(address(long_quiz), {"item": item.pk, "remove": "1"})
    desk.post(address(long_quiz), {"item": item.pk, "to": "1"})
    assert asked(long_quiz) == ["A", "B", "D"]


@pytest.mark.parametrize(("to", "order"), [(0, "CABD"), (-5, "CABD"), (3, "ABCD"), (99, "ABDC")])
def test_a_place_beyond_the_ends_is_the_end(long_quiz, editor, to, order):
    item = QuizItem.objects.get(question__name="C")
    for _time in range(2):
        actions.move(quiz=long_quiz, item_id=item.pk, to=to, by=editor, now=NOW)
    assert "".join(asked(long_quiz)) == order


def test_an_item_of_another_quiz_is_left_alone(desk, quiz, long_quiz):
    item = QuizItem.objects.get(question__name="A")
    desk.post(address(quiz), {"item": item.pk, "remove": "1"})
    assert asked(long_quiz) == list("ABCD")


@pytest.fixture
def quiz(module):
    return quiz_below(module, single(name="Q1"), single(name="Q2"), slug="short-quiz")


def test_an_attempt_under_way_keeps_its_questions(desk, quiz, enrolment):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    item = QuizItem.objects.get(question__name="Q1")
    desk.post(address(quiz), {"item": item.pk, "remove": "1"})
    assert attempt.answers.count() == 2


def test_each_open_edition_of_the_course_keeps_who_changed_what(course, edition, quiz, editor, desk):
    closed = edition_of(course, name="Closed", stage=Stage.CLOSED, closed_at=NOW)
    other = edition_of(course, name="Other")
    row = single(name="New")
    actions.add_question(quiz=quiz, question=row, by=editor, now=NOW)
    actions.add_question(quiz=quiz, question=row, by=editor, now=NOW)
    acts = StaffAct.objects.all()
    assert {act.edition_id for act in acts} == {edition.pk, other.pk}
    assert not acts.filter(edition=closed).exists()
    assert {(act.verb, act.by, act.data["question"]) for act in acts} == {("marking.add", editor, str(row.uid))}


def test_a_quiz_that_is_not_published_yet_is_composed_all_the_same(desk, module):
    draft = quiz_below(module, single(name="A"), live=False)
    assert "A" in desk.get(address(draft)).text
    assert desk.get(f"/en/teaching/quizzes/{module.translation_key}/").status_code == 404


def test_the_page_of_the_quiz_leads_there_whom_it_lets_in(client, quiz, facilitator, learner):
    client.force_login(facilitator)
    assert f'href="{address(quiz)}"' in client.get(quiz.url).text
    client.force_login(learner)
    assert f'href="{address(quiz)}"' not in client.get(quiz.url).text


def test_the_list_costs_the_same_with_one_and_with_three(desk, module):
    costs = []
    for count in (1, 3):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-{count}")
        desk.get(address(quiz))
        with CaptureQueriesContext(connection) as queries:
            desk.get(address(quiz))
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 10
