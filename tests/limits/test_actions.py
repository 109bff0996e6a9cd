"""Counting: windows, pauses, shared addresses, and two processes at once."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from limits.actions import forget, hit, hit_person, pause, sweep_ended
from limits.models import Counter

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def _hit(now=NOW, key="ana", limit=2):
    return hit(name="code", key=key, limit=limit, seconds=60, now=now)


@pytest.mark.django_db
def test_the_try_after_the_limit_is_refused_and_told_when_to_come_back():
    assert [_hit().allowed, _hit().allowed] == [True, True]
    refused = _hit(NOW + timedelta(seconds=20))
    assert (refused.allowed, refused.retry_after, refused.count) == (False, 40, 3)


@pytest.mark.django_db
def test_a_window_begins_with_the_first_try_and_ends_to_the_second():
    for _ in range(3):
        _hit()
    assert not _hit(NOW + timedelta(seconds=59)).allowed
    assert _hit(NOW + timedelta(seconds=60)).count == 1


@pytest.mark.django_db
def test_a_refused_try_does_not_lengthen_the_window():
    for second in range(0, 60, 10):
        _hit(NOW + timedelta(seconds=second))
    assert _hit(NOW + timedelta(seconds=61)).allowed


@pytest.mark.django_db
def test_names_and_keys_are_counted_apart():
    _hit()
    assert _hit(key="rui").count == 1
    assert hit(name="password", key="ana", limit=2, seconds=60, now=NOW).count == 1


@pytest.mark.django_db
def test_a_limit_of_none_refuses_the_first_try():
    assert not _hit(limit=0).allowed


@pytest.mark.django_db
def test_no_address_is_kept_in_the_clear():
    _hit(key="ana@example.org")
    assert "ana" not in Counter.objects.get().key


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "a" * 5000, "Ünï 😀 \x00'; drop table", "%s"])
def test_any_text_is_a_key(key):
    assert _hit(key=key).count == 1
    assert _hit(key=key).count == 2


@pytest.mark.django_db
def test_one_hit_is_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        _hit()
    with django_assert_num_queries(1):
        _hit()


def _person(account, address="10.1.2.3"):
    return hit_person(name="code", account=account, address=address, limit=2, range_limit=4, seconds=60, now=NOW)


@pytest.mark.django_db
def test_one_account_is_refused_without_using_up_what_its_neighbours_have():
    for _ in range(5):
        _person("ana@example.org")
    assert _person("rui@example.org").allowed


@pytest.mark.django_db
def test_a_whole_range_is_refused_when_it_goes_too_far_and_only_that_range():
    for account in ("a", "b", "c", "d"):
        assert _person(account, f"10.1.2.{ord(account)}").allowed
    assert not _person("e", "10.1.2.250").allowed
    assert _person("f", "10.1.3.1").allowed


@pytest.mark.django_db
def test_an_account_is_the_same_in_any_case():
    _person("Ana@Example.org")
    assert _person("ana@example.org ").count == 2


@pytest.mark.django_db
def test_pauses_grow_and_end_and_never_lock_out():
    now, waits = NOW, []
    for _ in range(14):
        assert pause(name="code", key="ana", now=now).allowed
        wait = pause(name="code", key="ana", now=now).retry_after if len(waits) >= 3 else 0
        waits.append(wait)
        now += timedelta(seconds=wait)
    assert waits[:8] == [0, 0, 0, 2, 4, 8, 16, 32]
    assert waits[-1] == 900


@pytest.mark.django_db
def test_a_try_within_the_pause_changes_nothing():
    for _ in range(4):
        pause(name="code", key="ana", now=NOW)
    refused = [pause(name="code", key="ana", now=NOW + timedelta(seconds=1)) for _ in range(3)]
    assert [(one.allowed, one.retry_after, one.count) for one in refused] == [(False, 1, 4)] * 3
    assert pause(name="code", key="ana", now=NOW + timedelta(seconds=2)).allowed


@pytest.mark.django_db
def test_the_right_code_begins_anew():
    for _ in range(4):
        pause(name="code", key="ana", now=NOW)
    forget(name="code", key="ana")
    forget(name="code", key="ana")
    assert pause(name="code", key="ana", now=NOW).count == 1


@pytest.mark.django_db
def test_a_quiet_day_begins_anew():
    for _ in range(4):
        pause(name="code", key="ana", now=NOW)
    assert pause(name="code", key="ana", now=NOW + timedelta(days=1)).count == 1


@pytest.mark.django_db
def test_only_counts_that_ended_are_swept():
    _hit()
    _hit(NOW + timedelta(seconds=30), key="rui")
    assert sweep_ended(now=NOW + timedelta(seconds=60)) == 1
    assert Counter.objects.count() == 1


ENVIRONMENT = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": "site:."}
HITTER = """
import os, sys
import django
from django.conf import settings
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from datetime import UTC, datetime
from limits.actions import hit, pause
now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
hits = sum(hit(name="both", key="k", limit=150, seconds=60, now=now).allowed for _ in range(100))
tries = sum(pause(name="both", key="p", now=now).allowed for _ in range(20))
sys.stdout.write(f"{hits} {tries}")
"""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_processes_at_once_are_counted_exactly():
    name = connection.settings_dict["NAME"]
    both = [
        subprocess.Popen(
            [sys.executable, "-c", HITTER, str(name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
        )
        for _ in range(2)
    ]
    for process in both:
        assert process.stdout.readline() == "ready\n"
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [tuple(int(word) for word in process.communicate(timeout=60)[0].split()) for process in both]
    assert sum(hits for hits, _ in answers) == 150
    assert sum(tries for _, tries in answers) == 4
    assert Counter.objects.get(count__gte=100).count == 200
