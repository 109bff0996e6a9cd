"""My courses, and the way on from the first page."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from courses.completion.actions import note_deed
from courses.completion.models import Completion
from courses.editions.choices import Policy, Stage
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.learning.queries import mine, open_to
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.courses import course_below, modules_below, reading_below
from tests.factories.learning import NOW, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db
MINE = "/en/learning/"


def words(answer):
    return answer.content.decode()


def test_a_stranger_is_led_to_the_door(client):
    assert client.get(MINE).status_code == 302
    assert client.post(MINE).status_code == 405


def test_it_says_how_much_is_done_what_is_left_and_by_when_in_her_zone(as_ines, enrolment):
    page = words(as_ines.get(MINE))
    assert "0 % done: 0 of 3 units" in page
    assert "Next deadline: module 1, February 7, 23:59 (Maputo)" in page
    assert "3 units left" in page
    assert ">Begin<" in page


def test_the_deadline_stands_in_the_zone_of_the_reader(as_ines, ines, enrolment):
    ines.time_zone = "Asia/Dili"
    ines.save()
    assert "February 8, 06:59 (Dili)" in words(as_ines.get(MINE))
    ines.time_zone = "America/Sao_Paulo"
    ines.save()
    assert "February 7, 18:59" in words(as_ines.get(MINE))


def test_more_days_move_the_deadline(as_ines, enrolment):
    Enrolment.objects.update(extra_days=3)
    assert "February 10, 23:59" in words(as_ines.get(MINE))


def test_it_goes_on_exactly_where_she_stopped(as_ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[2].translation_key, deed="viewed", now=NOW)
    page = words(as_ines.get(MINE))
    assert f'class="button" href="{units[2].get_url()}"' in page
    assert ">Continue<" in page


def test_a_done_unit_counts(as_ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[0].translation_key, deed="marked", now=NOW)
    page = words(as_ines.get(MINE))
    assert "33 % done: 1 of 3 units" in page
    assert 'data-woven="5"' in page


def test_a_passed_deadline_is_said_kindly(as_ines, enrolment, edition):
    edition.module_dates.update(due_on=date(2027, 1, 30))
    assert "what you do still counts" in words(as_ines.get(MINE))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.ASKED, "a facilitator answers soon"),
        (State.WAITING, "you are on the waiting list"),
        (State.REFUSED, "You were not admitted"),
        (State.WITHDRAWN, "You do not take part any more"),
    ],
)
def test_other_states_have_their_sentence_and_reason(as_ines, ines, edition, state, said):
    enrolled(ines, edition, state=state, reason="Only for <inspectors>")
    page = words(as_ines.get(MINE))
    assert said in page
    assert ("Only for &lt;inspectors&gt;" in page) == (state in (State.REFUSED, State.WITHDRAWN))


def test_a_completed_course_and_a_closed_edition_are_said(as_ines, enrolment, edition):
    edition.stage, edition.closed_at = Stage.CLOSED, NOW
    edition.save()
    assert "This edition is closed" in words(as_ines.get(MINE))
    Completion.objects.create(enrolment=enrolment, completed_at=NOW)
    assert "Completed on Feb. 1, 2027" in words(as_ines.get(MINE))


def test_what_she_works_on_stands_first(ines, course, edition):
    other = self_paced(course)
    enrolled(ines, edition, state=State.WITHDRAWN, asked_at=NOW + timedelta(days=1))
    enrolled(ines, other)
    assert [one.row.edition for one in mine(ines, now=NOW, language="en")] == [other, edition]


def test_a_course_that_is_gone_keeps_its_editions_name(as_ines, enrolment, course):
    for page in course.get_descendants(inclusive=True):
        page.unpublish()
    assert "2027" in words(as_ines.get(MINE))


def test_editions_open_to_her_are_offered(course, ines):
    offered = edition_of(course)
    edition_of(course, policy=Policy.INVITATION)
    edition_of(course, stage=Stage.DRAFT)
    edition_of(course, stage=Stage.CLOSED, closed_at=NOW)
    edition_of(course, ends_on=date(2027, 1, 31))
    edition_of(course, enrol_until=date(2027, 1, 30))
    enrolled(ines, edition_of(course), state=State.ASKED)
    own_pace = self_paced(course)
    assert [edition for edition, _course in open_to(ines, now=NOW, language="en")] == [offered, own_pace]


def add_course(section, person, number):
    course = course_below(section, title=f"Course {number}")
    for module in modules_below(course, 2):
        reading_below(module)
    edition = edition_of(course)
    edition.module_dates.create(module_key=course.translation_key, due_on=date(2027, 2, 7))
    enrolled(person, edition)
    edition_of(course, name="Next")


def test_one_and_three_courses_ask_the_same(as_ines, ines, course, homes):
    section, counts = course.get_parent(), []
    for number in range(3):
        add_course(section, ines, number)
        as_ines.get(MINE)  # outlines are remembered
        with CaptureQueriesContext(connection) as asked:
            assert f"Course {number}" in words(as_ines.get(MINE))
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 12


def test_the_first_page_leads_on_and_strangers_pay_nothing(client, ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[1].translation_key, deed="viewed", now=NOW)
    client.get("/en/")
    with CaptureQueriesContext(connection) as asked:
        assert "go-on" not in words(client.get("/en/"))
    assert not [query for query in asked if "courses_enrolment" in query["sql"] or "courses_unitprogress" in query["sql"]]
    client.force_login(ines)
    page = words(client.get("/en/"))
    assert f'href="{units[1].get_url()}"' in page
    assert "0 % done" in page
    with CaptureQueriesContext(connection) as signed_in:
        client.get("/en/")
    assert len(signed_in) <= len(asked) + 5  # session, person; enrolments, progress, dates


@pytest.mark.parametrize("finished", ["completed", "completed, and a unit added since", "gone", "closed"])
def test_what_is_finished_does_not_hide_what_goes_on(as_ines, ines, enrolment, units, course, finished):
    newer = course_below(course.get_parent(), title="Newer", slug="newer")
    unit = reading_below(modules_below(newer, 1)[0])
    edition = edition_of(newer)
    row = enrolled(ines, edition, since=NOW + timedelta(hours=1))
    note_deed(enrolment=row, unit_key=unit.translation_key, deed="marked", now=NOW)
    if finished == "completed, and a unit added since":
        reading_below(unit.get_parent(), title="More")
    if finished == "gone":
        newer.unpublish()
    if finished == "closed":
        edition.stage, edition.closed_at = Stage.CLOSED, NOW
        edition.save()
    page = words(as_ines.get("/en/"))
    assert "go-on" in page
    assert f'href="{units[0].get_url()}"' in page


def test_the_first_page_has_no_panel_for_who_takes_part_in_nothing(client, homes):
    client.force_login(PersonFactory(language="en"))
    assert "go-on" not in words(client.get("/en/"))


def test_an_article_has_no_panel(as_ines, enrolment, homes):
    page = page_below(homes["en"], title="Article")
    assert "go-on" not in words(as_ines.get(page.get_url()))


def test_the_account_leads_here(as_ines):
    page = words(as_ines.get("/en/account/"))
    for address in (MINE, f"{MINE}calendar/", f"{MINE}notes/", f"{MINE}data/"):
        assert f'href="{address}"' in page


def test_storeys_above_say_more_below_each_completed_enrolment(as_ines, enrolment):
    asked = []

    def tell(request, rows):
        asked.append([row.pk for row in rows])
        return {rows[0].pk: "<p>More here</p>", 0: "not hers"}

    with hooks.register_temporarily("enrolment_extra", tell):
        assert "More here" not in words(as_ines.get(MINE))
        Completion.objects.create(enrolment=enrolment, completed_at=NOW)
        page = words(as_ines.get(MINE))
    assert "More here" in page
    assert "not hers" not in page
    assert asked == [[enrolment.pk]]
