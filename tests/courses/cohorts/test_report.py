"""The report: plain values, live before the end and frozen after it; small groups put together."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from courses.cohorts.queries import report_of
from courses.cohorts.summing import grouped_by
from courses.cohorts.wagtail_hooks import edition_report
from courses.completion.models import Completion
from courses.editions.actions import close_edition
from courses.facilitation.models import Attendance
from tests.courses.cohorts.conftest import crowd, did
from tests.courses.cohorts.test_standings import row
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, quiz_below

pytestmark = pytest.mark.django_db


def several(edition, number, **fields):
    return [enrolled(PersonFactory(**fields), edition) for _ in range(number)]


def test_a_report_is_plain_and_whole(edition, units, ana, tutor):
    did(ana, units[0][0])
    did(ana, units[0][1])
    Completion.objects.create(enrolment=ana, completed_at=NOW)
    enrolled(PersonFactory(), edition, state="withdrawn", ended_at=NOW)
    enrolled(PersonFactory(), edition, state="refused")
    event = edition.events.create(title="Webinar", starts_at=NOW)
    Attendance.objects.create(event=event, enrolment=ana, was_there=True, by=tutor, at=NOW)
    report = report_of(edition, NOW)
    assert json.loads(json.dumps(report)) == report
    assert report["people"] == {"enrolled": 2, "active": 1, "withdrawn": 1, "refused": 1, "completed": 1, "begun": 1, "late": 0}
    assert [(module["number"], module["done"], module["none"]) for module in report["modules"]] == [(1, 1, 0), (2, 0, 1)]
    assert report["modules"][0]["titles"] == {"en": "Module name 1"}
    assert report["events"] == [{"title": "Webinar", "at": "2027-02-01T11:00+02:00", "there": 1, "noted": 1}]
    assert report["evaluation"]["counted"] == 0


def test_the_hook_of_the_house_tells_it(edition):
    assert edition_report in hooks.get_hooks("edition_report")
    assert edition_report(edition, NOW)["people"]["enrolled"] == 0


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ({"MZ": 5, "AO": 6}, [("AO", 6), ("MZ", 5)]),
        ({"MZ": 9, "AO": 3, "CV": 2}, [("MZ", 9), ("", 5)]),
        ({"MZ": 9, "AO": 5, "CV": 4}, [("MZ", 9), ("", 9)]),  # alone, the 4 could be worked out from the total
        ({"MZ": 4}, [("", None)]),
        ({"MZ": 5, "": 5}, [("MZ", 5), ("", 5)]),
        ({"MZ": 6, "": 1}, [("", 7)]),
        ({}, []),
    ],
)
def test_countries_with_fewer_than_five_people_are_put_together(edition, sizes, told):
    for code, number in sizes.items():
        several(edition, number, country=code)
    assert [(one["code"], one["people"]) for one in report_of(edition, NOW)["countries"]] == told


def test_completions_by_country_hide_with_their_country(edition):
    for one in several(edition, 4, country="MZ"):
        Completion.objects.create(enrolment=one, completed_at=NOW)
    assert report_of(edition, NOW)["countries"] == [{"code": "", "people": None, "completed": None}]


@pytest.mark.parametrize(("number", "mean"), [(4, None), (5, 62.0)])
def test_the_mean_of_a_quiz_is_hidden_under_five(edition, modules, number, mean):
    quiz = quiz_below(modules[0], title="Quiz one")
    for place, one in enumerate(several(edition, number)):
        did(one, quiz, percent=(50, 60, 60, 70, 70)[place], deed="scored")
    assert [(one["title"], one["people"], one["mean"]) for one in report_of(edition, NOW)["quizzes"]] == [("Quiz one", number, mean)]


def page(client, edition):
    answer = client.get(f"/en/teaching/editions/{edition.uid}/report/")
    assert answer.status_code == 200
    return answer.text


def test_closing_freezes_what_the_page_shows(inside, edition, units, ana, tutor):
    assert "The figures are those of now" in page(inside, edition)
    close_edition(edition=edition, by=tutor, now=NOW + timedelta(days=1))
    edition.refresh_from_db()
    assert edition.report["people"]["enrolled"] == 1
    several(edition, 3)
    did(ana, units[0][0])
    text = page(inside, edition)
    assert "The figures are those of the moment when the edition was closed" in text
    assert "<dt>Enrolled</dt><dd>1</dd>" in text


def test_a_report_costs_the_same_with_one_person_and_with_three(inside, edition, modules, units, ana):
    quizzes = [quiz_below(modules[0], title=title, purpose=title.lower()) for title in ("Before", "Course", "After")]
    did(ana, quizzes[1], percent=50, deed="scored")
    page(inside, edition)

    def cost():
        with CaptureQueriesContext(connection) as caught:
            page(inside, edition)
        return len(caught)

    one = cost()
    crowd(edition, [units[0][0]], 3)
    edition.events.create(title="Webinar", starts_at=NOW)
    assert cost() == one
    assert one <= 13  # six of them: who asks, what she may, which edition, what was published


def test_drawings_say_what_they_show_and_a_table_has_the_numbers(inside, edition, units, ana):
    text = page(inside, edition)
    assert '<svg class="chart"' in text
    assert 'role="img"' in text
    assert "<desc" in text
    assert " style=" not in text
    assert "1. Module name 1" in text


def test_people_are_summed_up_by_what_they_share():
    people = [row(country="MZ", completed_at=NOW), row(country="MZ", late=(1,), stuck_since=NOW), row(country="")]
    first, second = grouped_by(people, "country")
    assert (first.name, first.people, first.completed, first.stuck, first.late) == ("MZ", 2, 1, 1, 1)
    assert (second.name, second.people) == ("", 1)


def test_the_summary_shows_countries_and_institutions(inside, edition, units, ana):
    did(ana, units[0][0])
    enrolled(PersonFactory(country="", institution=""), edition)
    text = inside.get(f"/en/teaching/editions/{edition.uid}/cohort/summary/").text
    assert "Cabo Verde" in text
    assert "IGT" in text
    assert text.count("not stated") >= 2
    assert text.count('<svg class="chart"') == 2
    assert "25 %" in text
    assert "Nobody fits" in inside.get(f"/en/teaching/editions/{edition.uid}/cohort/summary/?is_late=on&is_stuck=on&days=365").text
