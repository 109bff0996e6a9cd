"""From `.enqueue()` to the worker and back."""

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils.translation import gettext_lazy
from django_q.models import OrmQ
from django_q.signing import SignedPackage
from django_q.tasks import async_task
from django_tasks.exceptions import InvalidTaskError

from jobs import backend
from jobs.choices import State
from jobs.models import Job

from . import sample_jobs
from .sample_jobs import curious, note, stumble


@pytest.fixture(autouse=True)
def done():
    sample_jobs.DONE.clear()
    return sample_jobs.DONE


def test_a_job_is_a_row_until_a_worker_does_it(queue, done):
    note.enqueue("hello", times=2)
    assert (OrmQ.objects.count(), done) == (1, [])
    assert queue() == 1
    assert (done, Job.objects.count(), OrmQ.objects.count()) == ([("hello", 2)], 0, 0)


def test_a_job_bears_its_own_name_in_the_queue(queue):
    note.enqueue("hello")
    assert OrmQ.objects.get().name() == "tests.jobs.sample_jobs.note"


@pytest.mark.django_db
def test_a_job_of_work_that_is_rolled_back_never_was(queue):
    with transaction.atomic():
        note.enqueue("hello")
        transaction.set_rollback(True)
    assert OrmQ.objects.count() == 0


@pytest.mark.parametrize(
    "value", [uuid4(), object(), {1, 2}, b"bytes", gettext_lazy("word"), {1: "a"}, [[State.FAILED]], SimpleNamespace()]
)
def test_what_is_not_plain_is_refused_when_queued_not_when_done(queue, value):
    with pytest.raises(TypeError):
        note.enqueue(value)
    assert OrmQ.objects.count() == 0


def test_plain_values_come_back_as_they_went(queue, done):
    value = {"a": [1, 2.5, None, True, "ção"], "b": {"c": []}}
    note.enqueue((value, "x"))
    queue()
    assert done == [([value, "x"], 1)]


def test_the_payload_holds_plain_values_only(queue):
    note.enqueue(("a", "b"))
    id, path, args, kwargs = SignedPackage.loads(OrmQ.objects.get().payload)["args"]
    assert (type(id), path, args, kwargs) == (str, "tests.jobs.sample_jobs.note", [["a", "b"]], {})


def test_a_job_that_asks_for_a_context_is_refused(queue):
    with pytest.raises(InvalidTaskError):
        curious.enqueue()


def test_a_job_that_fails_waits_with_its_reason_and_the_queue_lets_go_of_it(queue):
    stumble.enqueue()
    queue()
    job = Job.objects.get()
    assert (job.state, job.attempts, job.path, job.kwargs) == (State.WAITING, 1, "tests.jobs.sample_jobs.stumble", {})
    assert job.last_line == "ValueError: no network ✈"
    assert OrmQ.objects.count() == 0


def test_a_job_that_knows_that_trying_again_cannot_help_fails_at_once_with_its_sentence(queue):
    stumble.enqueue(kind="final")
    queue()
    assert list(Job.objects.values_list("state", "reason")) == [(State.FAILED, "The picture is no picture.")]


def test_a_job_whose_code_is_gone_fails_like_any_other(queue):
    async_task("jobs.backend.run", "old", "tests.jobs.gone.away", [], {})
    queue()
    assert "ModuleNotFoundError" in Job.objects.get().last_line


def test_a_worker_told_to_exit_is_not_held_back(queue):
    stumble.enqueue(kind="exit")
    with pytest.raises(SystemExit):
        queue()
    assert Job.objects.get().state == State.RUNNING


def test_a_job_delivered_twice_after_it_was_done_is_done_again(queue, done):
    note.enqueue("hello")
    row = OrmQ.objects.get()
    queue()
    OrmQ.objects.create(key=row.key, payload=row.payload, lock=row.lock)
    queue()
    assert (len(done), Job.objects.count()) == (2, 0)


def test_a_scheduled_job_has_one_row_for_each_time_that_it_was_due(db):
    path = "tests.jobs.sample_jobs.stumble"
    for at in ("2026-03-01T12:00:00", "2026-03-01T12:00:00", "2026-03-01T12:01:00"):
        backend.run_scheduled(path, at)
    assert sorted(Job.objects.values_list("attempts", flat=True)) == [1, 2]


def test_in_tests_a_job_is_done_at_once_and_its_error_comes_out(db, done):
    note.enqueue("now")
    assert done == [("now", 1)]
    with pytest.raises(RuntimeError, match="no network"):
        stumble.enqueue()
    with pytest.raises(TypeError):
        note.enqueue(uuid4())
