"""Those who run an edition decide about all at once: by one UPDATE, or by jobs that take a part each."""

from datetime import timedelta

import pytest

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.issuing.actions import (
    hold_all,
    issue_all,
    issue_rest,
    make,
    queue_due,
    refuse_all,
    refuse_rest,
    release_all,
)
from certificates.issuing.queries import counts
from certificates.issuing.refusals import Refused
from courses.completion.models import Completion
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of
from tests.factories.courses import course_below
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def state_of(row):
    return Award.objects.get(pk=row.pk).state


def verbs(edition):
    return [row.verb for row in edition.staff_acts.order_by("pk")]


def test_all_are_issued_but_what_is_held_refused_or_done(crowd, edition, facilitator, jobs):
    assert issue_all(edition=edition, by=facilitator, now=LATER) == 2
    assert {before: state_of(row) for before, row in crowd.items()} == {
        Stage.WAITING: Stage.DUE,
        Stage.DUE: Stage.DUE,
        Stage.FAILED: Stage.DUE,
        Stage.HELD: Stage.HELD,
        Stage.REFUSED: Stage.REFUSED,
    }
    assert jobs("queue_due") == 1
    assert queue_due(now=LATER) == 2
    assert edition.staff_acts.get().data == {"number": 2}


def test_all_again_is_nobody(crowd, edition, facilitator):
    issue_all(edition=edition, by=facilitator, now=LATER)
    assert issue_all(edition=edition, by=facilitator, now=LATER) == 0
    assert verbs(edition) == ["certificates.issue"]


def test_another_edition_is_not_touched(crowd, edition, homes, facilitator):
    other = edition_of(course_below(homes["en"], title="Other", slug="other"))
    row = award_of(PersonFactory(), other, state=Stage.WAITING)
    for deed in (issue_all, release_all):
        deed(edition=edition, by=facilitator, now=LATER)
    hold_all(edition=edition, by=facilitator, reason="", now=LATER)
    refuse_rest(edition=edition, by=facilitator, reason="No.", until=LATER, now=LATER)
    assert state_of(row) == Stage.WAITING


def test_all_includes_who_completed_before_there_was_a_template(template, completion, edition, facilitator, jobs):
    assert issue_all(edition=edition, by=facilitator, now=LATER) == 1
    assert jobs("issue_rest") == 1
    assert issue_rest(edition=edition, now=LATER) == 1
    row = Award.objects.get()
    assert (row.state, row.person) == (Stage.DUE, completion.enrolment.person)
    assert make(award_id=row.pk, now=LATER)
    assert issue_rest(edition=edition, now=LATER) == 0


def test_a_great_many_are_issued_by_several_jobs(template, edition, facilitator, jobs, monkeypatch):
    monkeypatch.setattr("certificates.issuing.actions.decide_all.AT_ONCE", 2)
    for _ in range(5):
        Completion.objects.create(enrolment=enrolled(PersonFactory(), edition), completed_at=NOW)
    done = [issue_rest(edition=edition, now=LATER) for _ in range(3)]
    assert (done, jobs("issue_rest"), Award.objects.filter(state=Stage.DUE).count()) == ([2, 2, 1], 2, 5)


def test_a_great_many_are_queued_by_several_jobs(template, edition, jobs, monkeypatch):
    monkeypatch.setattr("certificates.issuing.actions.queueing.AT_ONCE", 2)
    for _ in range(5):
        award_of(PersonFactory(), edition, next_attempt_at=NOW)
    done = [queue_due(now=LATER) for _ in range(3)]
    assert (done, jobs("queue_due"), jobs("make_certificate")) == ([2, 2, 1], 2, 5)


def test_all_are_held_and_released(crowd, edition, facilitator):
    assert hold_all(edition=edition, by=facilitator, reason="Wait.", now=LATER) == 3
    assert counts(edition)[Stage.HELD] == 4
    assert release_all(edition=edition, by=facilitator, now=LATER) == 4
    assert counts(edition)[Stage.WAITING] == 4
    assert state_of(crowd[Stage.REFUSED]) == Stage.REFUSED


def test_all_are_refused_and_told_by_a_job(crowd, edition, facilitator, jobs, subjects):
    assert refuse_all(edition=edition, by=facilitator, reason="The edition was a rehearsal.", now=LATER) == 4
    assert jobs("refuse_rest") == 1
    assert subjects() == []
    late = award_of(PersonFactory(), edition, state=Stage.WAITING, made_at=LATER + timedelta(minutes=1))
    assert refuse_rest(edition=edition, by=facilitator, reason="The edition was a rehearsal.", until=LATER, now=LATER) == 4
    assert len(subjects()) == 4
    assert (counts(edition)[Stage.REFUSED], state_of(late)) == (5, Stage.WAITING)
    assert refuse_rest(edition=edition, by=facilitator, reason="x", until=LATER, now=LATER) == 0


def test_refusing_all_needs_a_reason(crowd, edition, facilitator):
    with pytest.raises(Refused):
        refuse_all(edition=edition, by=facilitator, reason="", now=LATER)


def test_deciding_about_all_costs_the_same_for_many(crowd, edition, facilitator, django_assert_max_num_queries):
    for deed in (issue_all, release_all):
        with django_assert_max_num_queries(10):
            deed(edition=edition, by=facilitator, now=LATER)


def test_how_an_editions_certificates_stand_is_one_query(crowd, edition, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = counts(edition)
    assert found == dict.fromkeys(Stage.values, 0) | dict.fromkeys(crowd, 1)
