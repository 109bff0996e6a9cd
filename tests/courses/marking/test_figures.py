"""How questions fare: the arithmetic, the page, the table."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from courses.assessment.actions import hand_in, save_answer, start_attempt
from courses.marking.figures import LEAST, Given, correlation, figures
from courses.marking.views.fared import _harmless
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, question, quiz_below, run, single

shares = st.floats(0, 1, allow_nan=False)


def test_under_the_least_number_nothing_is_told():
    made = figures(Given(1.0, 0.5, "a") for _one in range(LEAST - 1))
    assert (made.is_hidden, made.answers, made.difficulty, made.discrimination, made.chosen) == (True, 9, None, None, {})


def test_difficulty_is_the_mean_share_and_options_are_counted():
    made = figures([Given(1.0, None, "a")] * 6 + [Given(0.5, None, ["a", "b"])] * 2 + [Given(0.0, None, None)] * 2)
    assert made.difficulty == pytest.approx(0.7)
    assert made.chosen == {"a": 8, "b": 2}
    assert made.discrimination is None


def test_pairs_and_orders_choose_no_option():
    assert figures([Given(1.0, None, {"l": "r"})] * LEAST).chosen == {}


def test_a_question_that_those_who_do_well_get_right_discriminates():
    assert correlation([(float(n >= 5), n / 10) for n in range(10)]) == pytest.approx(0.870, abs=0.001)
    assert correlation([(float(n < 5), n / 10) for n in range(10)]) == pytest.approx(-0.870, abs=0.001)


def test_where_all_answer_alike_there_is_no_correlation():
    assert correlation([(1.0, n / 10) for n in range(10)]) is None
    assert correlation([(1.0, 0.5)] * 3) is None


@given(st.lists(st.builds(Given, shares, st.one_of(st.none(), shares), st.sampled_from(["a", ["a", "b"], None])), max_size=40))
def test_figures_stay_within_their_bounds(answers):
    made = figures(answers)
    assert made.difficulty is None or -1e-9 <= made.difficulty <= 1 + 1e-9
    assert made.discrimination is None or -1 <= made.discrimination <= 1
    assert all(0 < count <= len(answers) for count in made.chosen.values())


def take(quiz, edition, option, times=1):
    for _time in range(times):
        attempt = start_attempt(enrolment=enrolled(PersonFactory(), edition), quiz=quiz, now=NOW)
        for row in attempt.answers.select_related("version"):
            save_answer(attempt=attempt, place=row.place, value=row.version.shape["options"][option], now=NOW)
        hand_in(attempt=attempt, now=NOW)


def address(quiz, query=""):
    return f"/en/teaching/quizzes/{quiz.translation_key}/figures/{query}"


@pytest.fixture
def asked(module, db):
    text = {"stem": "<p>=What age?</p>", "options": {"o1": "<p>eighteen</p>", "o2": "<p>fifteen</p>"}}
    return question("single", {"options": ["o1", "o2"]}, {"weights": {"o1": 100, "o2": 0}}, {"en": text}, name="Age")


@pytest.fixture
def taken(module, edition, asked):
    quiz = quiz_below(module, asked, single(name="Other"))
    take(quiz, edition, 0, 8)
    take(quiz, edition, 1, 4)
    return quiz


@pytest.mark.django_db
def test_the_page_shows_the_figures_and_how_often_each_answer_was_chosen(client, editor, taken):
    client.force_login(editor)
    page = " ".join(client.get(address(taken)).text.split())
    assert "<dd>12</dd>" in page
    assert "<dd>67 %</dd>" in page
    assert "<dd>1.00</dd>" in page
    assert 'eighteen <span lang="en">(right)</span></th><td>8</td>' in page
    assert "fifteen</th><td>4</td>" in page


@pytest.mark.django_db
def test_the_table_holds_the_same_and_no_formula(client, editor, taken):
    client.force_login(editor)
    answer = client.get(address(taken, "?csv=1"))
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Question", "Name", "Answers"]
    assert ["'=What age?", "Age", "12", "0.667", "1.000", "eighteen: 8; fifteen: 4"] in rows


@pytest.mark.parametrize("cell", ["=1+1", "  =1+1", "＝1+1", "\t@x", "-x", "+x"])
def test_no_cell_is_a_formula_for_a_spreadsheet(cell):
    assert _harmless(cell) == f"'{cell}"
    assert [_harmless(plain) for plain in ("-0.250", "3", "a=b", "")] == ["-0.250", "3", "a=b", ""]


@pytest.mark.django_db
def test_few_answers_are_hidden_and_later_attempts_left_out(client, editor, module, edition, asked):
    quiz = quiz_below(module, asked)
    take(quiz, edition, 0, 3)
    held = edition.enrolments.first()
    hand_in(attempt=start_attempt(enrolment=held, quiz=quiz, now=NOW), now=NOW)
    start_attempt(enrolment=enrolled(PersonFactory(), edition), quiz=quiz, now=NOW)
    client.force_login(editor)
    page = client.get(address(quiz)).text
    assert "Too few answers to tell anything yet." in page
    assert "eighteen" not in page
    rows = list(csv.reader(io.StringIO(client.get(address(quiz, "?csv=1")).content.decode("utf-8-sig"))))
    assert rows[1][2:] == ["3", "", "", ""]


@pytest.mark.django_db
def test_who_runs_an_edition_sees_its_figures_and_not_those_of_others(client, course, edition, taken, partner):
    other = edition_of(course, name="Other")
    run(other, partner)
    take(taken, other, 1, 10)
    client.force_login(partner)
    page = client.get(address(taken)).text
    assert "fifteen</th><td>10</td>" in page
    assert "All editions" not in page
    assert client.get(address(taken, f"?edition={edition.uid}")).status_code == 404
    assert client.get(address(taken, f"?edition={other.uid}")).status_code == 200


@pytest.mark.django_db
def test_one_edition_is_chosen_by_who_sees_all(client, course, edition, taken, editor):
    other = edition_of(course, name="Other")
    take(taken, other, 1, 10)
    client.force_login(editor)
    assert "fifteen</th><td>14</td>" in client.get(address(taken)).text
    assert "fifteen</th><td>10</td>" in client.get(address(taken, f"?edition={other.uid}")).text
    assert client.get(address(taken, "?edition=nothing")).status_code == 404


@pytest.mark.django_db
def test_a_quiz_that_nobody_took_says_so(client, editor, quiz):
    client.force_login(editor)
    assert "Nobody has handed in this quiz yet." in client.get(address(quiz)).text


@pytest.mark.django_db
def test_the_page_costs_the_same_however_many_questions(client, editor, module, edition):
    client.force_login(editor)
    costs = []
    for count in (1, 3):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-{count}")
        take(quiz, edition, 0, count)
        client.get(address(quiz))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(quiz))
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 10
