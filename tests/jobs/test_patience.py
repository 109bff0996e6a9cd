"""When a group counts as hung."""

from jobs.patience import Patience


def _is_out(*looks):
    patience = Patience(10)
    return [patience.is_out(unbegun=unbegun, is_busy=busy, now=now) for now, unbegun, busy in looks]


def test_patience_runs_out_after_so_many_seconds_of_jobs_and_nobody_at_work():
    assert _is_out((0, 1, False), (9.9, 1, False), (10, 1, False)) == [False, False, True]


def test_an_idle_group_without_jobs_is_never_hung():
    assert _is_out((0, 0, False), (1000, 0, False)) == [False, False]


def test_a_worker_seen_at_work_begins_the_count_anew():
    assert _is_out((0, 3, False), (9, 3, True), (15, 3, False), (24, 3, False), (25, 3, False)) == [False, False, False, False, True]


def test_an_emptied_queue_begins_the_count_anew():
    assert _is_out((0, 1, False), (5, 0, False), (11, 1, False)) == [False, False, False]
