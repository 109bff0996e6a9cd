"""Schedules at setup, and the sweep that comes of them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.models import OrmQ, Schedule
from django_q.scheduler import scheduler
from wagtail import hooks

from jobs.models import Job
from jobs.setup import set_schedules

pytestmark = pytest.mark.django_db


def test_setup_again_changes_nothing(now):
    assert set_schedules(now) == "sweep every minute"
    row = Schedule.objects.values().get()
    assert set_schedules(now + timedelta(days=1)) is None
    assert Schedule.objects.values().get() == row


def test_setup_mends_a_schedule_without_moving_its_next_run(now):
    set_schedules(now)
    Schedule.objects.update(minutes=50, func="jobs.gone")
    assert set_schedules(now + timedelta(days=1)) == "sweep every minute"
    assert Schedule.objects.values_list("minutes", "next_run").get() == (1, now)


def test_setup_finds_the_step():
    steps = [step for fn in hooks.get_hooks("setup_steps") for step in fn()]
    assert (40, "Schedules", set_schedules) in steps


def test_what_is_due_comes_into_the_queue_and_runs_every_sweep(queue, monkeypatch):
    monkeypatch.setattr("django_q.scheduler.close_old_django_connections", lambda: None)  # the test's own transaction
    set_schedules(timezone.now() - timedelta(minutes=5))
    scheduler()
    scheduler()
    assert [row.name() for row in OrmQ.objects.all()] == ["jobs.tasks.sweep"]
    seen = []
    with hooks.register_temporarily("sweeps", lambda: [("mine", seen.append)]):
        queue()
    assert (len(seen), Job.objects.count()) == (1, 0)
