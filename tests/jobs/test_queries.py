"""What readyz and the watchdog ask."""

from datetime import timedelta

import pytest
from django_q.models import OrmQ

from jobs import actions, queries

pytestmark = pytest.mark.django_db
RETRY = 240


def _row(lock):
    return OrmQ.objects.create(key="academy", payload="x", lock=lock)


def _claimed(at):
    return _row(at + timedelta(seconds=RETRY))


def _begun(at, runner="here:7", id="one"):
    actions.begin(id=id, path="a.b", args=[], kwargs={}, runner=runner, now=at)


def _outlook(now, since=None):
    seen = queries.outlook(runner="here:7", since=since or now - timedelta(minutes=1), now=now)
    return seen.unbegun, seen.is_busy


def test_the_age_of_an_empty_queue_is_nothing(now):
    assert queries.oldest_ready_age(now=now) == 0


def test_the_age_is_that_of_the_oldest_row_that_nobody_claimed(now):
    _claimed(now - timedelta(seconds=100))
    _row(now - timedelta(seconds=30))
    _row(now - timedelta(seconds=5))
    assert queries.oldest_ready_age(now=now) == 30
    assert queries.waiting_count() == 3


def test_failed_jobs_are_counted(now):
    _begun(now)
    assert queries.failed_count() == 0
    actions.fail(id="one", reason="no", is_final=True, now=now)
    assert queries.failed_count() == 1


def test_an_empty_queue_asks_nothing_of_anybody(now):
    assert _outlook(now) == (0, False)


def test_a_ready_row_is_work_that_nobody_has_begun(now):
    _row(now)
    assert _outlook(now) == (1, False)


def test_a_row_claimed_by_this_group_and_not_begun_is_work_that_nobody_has_begun(now):
    _claimed(now - timedelta(seconds=20))
    assert _outlook(now) == (1, False)


def test_a_row_that_a_worker_is_at_is_no_sign_of_a_hang(now):
    _claimed(now - timedelta(seconds=20))
    _begun(now - timedelta(seconds=19))
    assert _outlook(now) == (0, True)


def test_a_job_whose_worker_died_comes_back_by_itself(now):
    since = now - timedelta(minutes=5)
    _claimed(now - timedelta(seconds=100))
    _begun(now - timedelta(seconds=100))
    assert _outlook(now, since) == (0, False)


def test_rows_behind_a_long_job_wait_rightly(now):
    _claimed(now - timedelta(seconds=50))
    _begun(now - timedelta(seconds=50))
    _claimed(now - timedelta(seconds=49))
    _row(now - timedelta(seconds=40))
    assert _outlook(now) == (2, True)


def test_what_an_earlier_group_or_another_machine_claimed_is_not_this_groups_fault(now):
    _claimed(now - timedelta(seconds=100))
    _begun(now - timedelta(seconds=99), runner="elsewhere:7")
    assert _outlook(now) == (0, False)


def test_the_work_of_another_group_does_not_hide_that_this_one_hangs(now):
    for second in (20, 19):
        _claimed(now - timedelta(seconds=second))
    _begun(now - timedelta(seconds=18), runner="elsewhere:7")
    assert _outlook(now) == (1, False)


def test_looking_costs_four_queries_however_long_the_queue(now, django_assert_num_queries):
    for count in (1, 3):
        for _ in range(count):
            _row(now)
        with django_assert_num_queries(4):
            _outlook(now)
