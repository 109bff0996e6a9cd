"""My courses ask what a learner thinks, when and as long as she can say it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.completion.models import Completion
from courses.evaluation.models import Questionnaire, Respondent
from courses.evaluation.rules import asked_now, can_answer
from courses.learning.queries import mine
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below
from tests.factories.learning import NOW, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(db):
    return course_below(section_below(site_tree()["en"], title="Courses", slug="courses"))


@pytest.fixture
def row(learner, course):
    return enrolled(learner, edition_of(course))


def asked(learner, now):
    return [one.row.pk for one in mine(learner, now=now, language="en") if one.is_asked]


def test_nobody_is_asked_before_the_last_day(learner, row):
    assert asked(learner, NOW) == []
    assert asked(learner, row.edition.ends_at - timedelta(days=1, seconds=1)) == []


def test_from_the_last_day_on_she_is_asked_until_she_has_answered(learner, row):
    last_day = row.edition.ends_at - timedelta(days=1)
    assert asked(learner, last_day) == [row.pk]
    Respondent.objects.create(enrolment=row)
    assert asked(learner, last_day) == []


def test_who_has_completed_is_asked_at_once(learner, row):
    Completion.objects.create(enrolment=row, completed_at=NOW)
    assert asked(learner, NOW) == [row.pk]


def test_a_day_of_its_own_comes_before_the_last_day(learner, row):
    Questionnaire.objects.create(edition=row.edition, questions=[], opens_on=NOW.date())
    assert asked(learner, NOW) == [row.pk]


def test_without_an_end_only_who_has_completed_is_asked(learner, course):
    row = enrolled(learner, self_paced(course))
    assert asked(learner, NOW + timedelta(days=999)) == []
    Completion.objects.create(enrolment=row, completed_at=NOW)
    assert asked(learner, NOW) == [row.pk]


@pytest.mark.parametrize("state", ["asked", "waiting", "refused", "withdrawn"])
def test_who_does_not_take_part_is_not_asked(learner, row, state):
    row.state = state
    row.save()
    assert asked(learner, row.edition.ends_at) == []


def test_a_closed_edition_asks_nobody(learner, row):
    edition = row.edition
    edition.stage, edition.closed_at = "closed", NOW
    edition.save()
    assert asked(learner, edition.ends_at) == []


@pytest.mark.parametrize("days", [-1, 0, 1, 40])
def test_the_list_and_the_rule_agree(learner, row, days):
    now = row.edition.ends_at + timedelta(days=days - 1)
    assert bool(asked(learner, now)) is can_answer(row, now)


def test_three_enrolments_cost_what_one_costs(learner, course):
    rows = [enrolled(learner, edition_of(course, name=str(number))) for number in range(3)]
    counts = []
    for few in (rows[:1], rows):
        with CaptureQueriesContext(connection) as asked_of_the_database:
            asked_now(rows=few, completed={rows[0].pk}, now=NOW)
        counts.append(len(asked_of_the_database))
    assert counts == [1, 1]
    with CaptureQueriesContext(connection) as nothing:
        assert asked_now(rows=[], completed=set(), now=NOW) == set()
    assert len(nothing) == 0


def test_the_page_leads_her_there(client, learner, row):
    Completion.objects.create(enrolment=row, completed_at=NOW)
    client.force_login(learner)
    where = f"/en/learning/editions/{row.edition.uid}/evaluation/"
    assert where in client.get("/en/learning/").text
    Respondent.objects.create(enrolment=row)
    assert where not in client.get("/en/learning/").text
