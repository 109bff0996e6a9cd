"""Tries are counted, pauses grow, what failed can be tried again, sweeps do not trip over one another."""

from datetime import timedelta

import pytest
from django_q.models import OrmQ
from wagtail import hooks

from jobs import actions
from jobs.choices import MOST_TRIES, PAUSES, State
from jobs.models import Job

from . import sample_jobs

PATH = "tests.jobs.sample_jobs.note"
pytestmark = pytest.mark.django_db


def _begin(now, id="one"):
    return actions.begin(id=id, path=PATH, args=["again"], kwargs={}, runner="here:1", now=now)


def _fail(now, id="one", is_final=False):
    _begin(now, id)
    actions.fail(id=id, reason="no network", is_final=is_final, now=now)


def test_pauses_grow_from_try_to_try_and_then_the_job_has_failed(now):
    seen = []
    for _ in range(MOST_TRIES):
        _fail(now)
        job = Job.objects.get()
        seen.append(int((job.next_at - now).total_seconds()) if job.next_at else job.state)
    assert seen == [*PAUSES, State.FAILED]
    assert list(PAUSES) == sorted(PAUSES)


def test_a_job_whose_worker_dies_each_time_fails_instead_of_killing_for_ever(now):
    assert [_begin(now) for _ in range(MOST_TRIES + 2)] == [True] * MOST_TRIES + [False, False]
    job = Job.objects.get()
    assert (job.state, job.reason) == (State.FAILED, "Its worker died 5 times while at it.")


def test_done_and_failed_may_be_said_twice_or_of_nothing(now):
    _begin(now)
    actions.finish(id="one")
    actions.finish(id="one")
    actions.fail(id="one", reason="late", is_final=True, now=now)
    assert not Job.objects.exists()


def test_a_failure_without_words_still_says_something(now):
    _begin(now)
    actions.fail(id="one", reason="", is_final=True, now=now)
    assert Job.objects.get().reason == "No reason given."


def test_a_long_reason_keeps_its_end_where_the_error_stands(now):
    _begin(now)
    actions.fail(id="one", reason="x" * 10_000 + "the error", is_final=True, now=now)
    assert Job.objects.get().reason.endswith("the error")


def test_only_jobs_whose_pause_is_over_are_queued_again_and_only_once(now):
    _fail(now)
    assert actions.requeue_due(now=now + timedelta(seconds=59)) == 0
    assert [actions.requeue_due(now=now + timedelta(seconds=60)) for _ in range(2)] == [1, 0]
    assert (Job.objects.get().state, OrmQ.objects.count()) == (State.QUEUED, 1)


def test_a_job_queued_again_is_the_same_job_with_its_tries(now, queue):
    _fail(now)
    actions.requeue_due(now=now + timedelta(hours=1))
    sample_jobs.DONE.clear()
    queue()
    assert (sample_jobs.DONE, Job.objects.count()) == ([("again", 1)], 0)


@pytest.mark.parametrize("is_final", [True, False])
def test_a_person_tries_again_at_once_with_tries_counted_afresh(now, is_final):
    _fail(now, is_final=is_final)
    assert [actions.try_again(id="one"), actions.try_again(id="one")] == [True, False]
    assert (Job.objects.get().attempts, OrmQ.objects.count()) == (0, 1)


def test_only_a_failed_job_is_let_go(now):
    _fail(now)
    assert not actions.dismiss(id="one")
    _fail(now, id="two", is_final=True)
    assert actions.dismiss(id="two")
    assert not actions.try_again(id="two")


def test_a_job_that_left_the_queue_with_its_dead_worker_is_shown_as_failed(now):
    _begin(now)
    assert actions.fail_lost(now=now + timedelta(minutes=12)) == 0
    assert actions.fail_lost(now=now + timedelta(minutes=13)) == 1


def test_what_a_killed_cluster_held_is_ready_at_once(now):
    OrmQ.objects.create(key="academy", payload="x", lock=now + timedelta(seconds=200))
    OrmQ.objects.create(key="academy", payload="y", lock=now - timedelta(seconds=5))
    assert actions.release_claims(now=now) == 1
    assert OrmQ.objects.filter(lock__lte=now).count() == 2


def _stumble(now):
    raise ValueError("the table is on fire")


def test_one_sweep_that_fails_does_not_keep_the_others_from_their_work(now):
    seen = []
    found = [("first", seen.append), ("bad", _stumble), ("last", seen.append)]
    with hooks.register_temporarily("sweeps", lambda: found):
        assert actions.sweep(now=now) == ["bad"]
    assert seen == [now, now]
    assert list(Job.objects.values_list("id", "state", "reason")) == [("sweep bad", State.FAILED, "bad: ValueError: the table is on fire")]


def test_a_sweep_that_goes_through_again_is_no_longer_shown(now):
    with hooks.register_temporarily("sweeps", lambda: [("moody", _stumble)]):
        actions.sweep(now=now)
    with hooks.register_temporarily("sweeps", lambda: [("moody", lambda at: None)]):
        actions.sweep(now=now)
    assert not Job.objects.exists()


def test_every_sweep_of_the_site_runs_on_an_empty_site(now):
    assert actions.sweep(now=now) == []
