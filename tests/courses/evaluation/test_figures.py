"""What those who run an edition see of the answers and of the tests: nothing under five."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.completion.queries import outline
from courses.editions.actions import close_edition
from courses.evaluation.actions import answer
from courses.evaluation.models import Questionnaire
from courses.evaluation.queries import before_and_after, figures_of
from tests.courses.cohorts.conftest import did
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, quiz_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(edition):
    Questionnaire.objects.create(edition=edition, opens_on=NOW.date())
    return edition


def where(edition, rest="/"):
    return f"/en/teaching/editions/{edition.uid}/evaluation{rest}"


def said(edition, number, **given):
    for place in range(number):
        answer(enrolment=enrolled(PersonFactory(), edition), given={"useful": place % 5 + 1, "best": f"Text {place}", **given}, now=NOW)


def test_four_answers_are_hidden_and_five_are_shown(inside, opened):
    said(opened, 4)
    text = inside.get(where(opened)).text
    assert "fewer than 5 people have answered" in text
    assert "Answered: 4. Counted below: 0." in text
    assert "Text 0" not in text
    assert '<svg class="chart"' not in text
    assert figures_of(opened)["questions"] == []
    said(opened, 1, best="=Fifth")
    text = inside.get(where(opened)).text
    assert "Answered: 5. Counted below: 5." in text
    assert "Text 0" in text
    assert "=Fifth" in text
    assert text.count('<svg class="chart"') == 1  # the other questions were answered by nobody
    assert "Mean: 2.2" in text


def test_a_question_that_fewer_than_five_answered_has_no_figures(inside, opened, tutor):
    said(opened, 3, effort=2, better="Only three wrote this")
    said(opened, 4)
    answer(enrolment=enrolled(PersonFactory(), opened), given={"effort": 5, "better": "A fourth"}, now=NOW)
    said(opened, 2)
    questions = {one["id"]: one for one in figures_of(opened)["questions"]}
    assert questions["useful"]["number"] == 9
    for name in ("effort", "better"):
        assert {part: questions[name].get(part) for part in ("number", "counts", "mean", "texts")} == dict.fromkeys(
            ("number", "counts", "mean", "texts")
        )
    for closed in (False, True):
        if closed:
            close_edition(edition=opened, by=tutor, now=NOW)
        for address in (where(opened), where(opened, ".csv"), where(opened).replace("evaluation", "report")):
            text = inside.get(address).text
            assert "hidden: fewer than 5 people" in text
            assert "Only three wrote this" not in text


def test_a_report_that_was_frozen_before_hides_them_too(inside, opened, tutor):
    said(opened, 5)
    close_edition(edition=opened, by=tutor, now=NOW)
    opened.refresh_from_db()
    for question in opened.report["evaluation"]["questions"]:
        if question["id"] == "best":
            question |= {"number": 1, "texts": ["The only one"]}
    opened.save(update_fields=["report"])
    assert "The only one" not in inside.get(where(opened)).text + inside.get(where(opened, ".csv")).text


def test_answers_are_counted_five_at_a_time_so_that_none_can_be_told_from_the_others(inside, opened):
    said(opened, 5)
    before = figures_of(opened)["questions"]
    said(opened, 4, best="Told apart")
    assert figures_of(opened)["questions"] == before
    assert "Told apart" not in inside.get(where(opened)).text
    assert "Answered: 9. Counted below: 5." in inside.get(where(opened)).text
    said(opened, 1)
    assert figures_of(opened)["counted"] == 10


def test_open_answers_of_one_person_do_not_stand_side_by_side(opened):
    for place in range(5):
        answer(enrolment=enrolled(PersonFactory(), opened), given={"best": f"{place}", "better": f"{9 - place}"}, now=NOW)
    questions = {one["id"]: one for one in figures_of(opened)["questions"]}
    assert questions["best"]["texts"] == ["0", "1", "2", "3", "4"]
    assert questions["better"]["texts"] == ["5", "6", "7", "8", "9"]


def rows_of(client, edition, rest=".csv"):
    got = client.get(where(edition, rest))
    assert got.status_code == 200
    assert got.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(got.content.decode("utf-8-sig"))))


def test_the_file_has_figures_and_never_a_set_of_answers(inside, opened):
    said(opened, 4, best="=cmd")
    assert rows_of(inside, opened) == [["Question", "Answer", "Number", "Mean"]]
    said(opened, 1, best="=cmd")
    rows = rows_of(inside, opened)
    assert ["What I learned is useful in my work.", "1: I do not agree at all", "2", "2.2"] in rows
    assert sum(row[1] == "'=cmd" for row in rows) == 5
    assert all(len(row) == 4 for row in rows)


def test_closed_figures_stay_as_they_were(inside, opened, tutor):
    said(opened, 5)
    close_edition(edition=opened, by=tutor, now=NOW)
    Questionnaire.objects.update(questions=[])
    opened.questionnaire.box.delete()
    text = inside.get(where(opened)).text
    assert "Answered: 5. Counted below: 5." in text
    assert "What I learned is useful in my work." in text


def test_the_page_costs_the_same_with_five_answers_and_with_fifteen(inside, opened):
    said(opened, 5)
    inside.get(where(opened))

    def cost():
        with CaptureQueriesContext(connection) as caught:
            assert inside.get(where(opened)).status_code == 200
        return len(caught)

    one = cost()
    said(opened, 10)
    assert cost() == one
    assert one <= 12


@pytest.fixture
def tests(modules):
    return quiz_below(modules[0], title="First test", purpose="before"), quiz_below(modules[1], title="Last test", purpose="after")


def took(edition, tests, number, before=40, after=70):
    for place in range(number):
        one = enrolled(PersonFactory(), edition)
        if before is not None:
            did(one, tests[0], percent=before + place, deed="scored")
        if after is not None:
            did(one, tests[1], percent=after + 2 * place, deed="scored")


def compared(edition):
    return before_and_after(edition, outline(edition.course_key))


def test_tests_are_compared_for_the_same_people_from_five_on(inside, edition, tests):
    took(edition, tests, 4)
    found = compared(edition)
    assert (found["both"], found["before"]["mean"], found["after"]["mean"], found["difference"]) == (4, None, None, None)
    assert "hidden: fewer than 5 people" in inside.get(where(edition)).text
    took(edition, tests, 1)
    found = compared(edition)
    assert (found["both"], found["before"]["mean"], found["after"]["mean"]) == (5, 41.2, 72.4)
    assert found["difference"] == 31.2
    text = inside.get(where(edition)).text
    assert "Difference, for those who took both" in text
    assert "31.2" in text


def test_who_took_one_test_alone_does_not_count_in_the_difference(edition, tests):
    took(edition, tests, 5)
    took(edition, tests, 6, before=90, after=None)
    found = compared(edition)
    assert (found["before"]["people"], found["after"]["people"], found["both"]) == (11, 5, 5)
    assert found["before_both"] == 42.0
    assert found["difference"] == 32.0


@pytest.mark.parametrize(("alone", "mean"), [(0, 42.0), (1, None), (4, None), (5, 66.0)])
def test_the_mean_of_a_few_cannot_be_worked_out_from_two_others(edition, tests, alone, mean):
    took(edition, tests, 5)
    took(edition, tests, alone, before=88, after=None)
    found = compared(edition)
    assert (found["before"]["mean"], found["before_both"]) == (mean, 42.0)


def test_four_who_took_both_are_hidden_among_many(edition, tests):
    took(edition, tests, 4)
    took(edition, tests, 9, after=None)
    found = compared(edition)
    assert found["before"]["mean"] is not None
    assert (found["difference"], found["before_both"], found["after_both"]) == (None, None, None)


def test_who_left_does_not_count(edition, tests):
    took(edition, tests, 5)
    edition.enrolments.filter(pk=edition.enrolments.first().pk).update(state="withdrawn")
    assert compared(edition)["difference"] is None


def test_without_both_tests_nothing_is_said_of_them(inside, edition, modules):
    quiz_below(modules[0], title="First test", purpose="before")
    assert compared(edition)["has_tests"] is False
    assert "Tests before and after" not in inside.get(where(edition)).text
