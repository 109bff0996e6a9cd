"""Setup runs the steps of every storey, in order, each by itself."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from wagtail import hooks

from operations.installing.actions import Refused, set_up
from operations.installing.queries import admin_email
from operations.installing.steps import Step, steps

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def only():
    """Return a function that makes the given steps the only ones of setup."""
    kept = hooks._hooks.pop("setup_steps", [])

    def run(*rows):
        hooks.register("setup_steps", lambda: list(rows))

    yield run
    hooks._hooks["setup_steps"] = kept


def make_group(name):
    """Return a step that makes a group, and says so when it was not there."""

    def do(_now):
        return name if Group.objects.get_or_create(name=name)[1] else None

    return do


def fail(_now):
    Group.objects.create(name="half done")
    raise RuntimeError("the step fails")


@pytest.mark.django_db
def test_steps_run_in_their_order_and_are_given_the_clock(only):
    seen = []
    only((20, "second", lambda now: seen.append((2, now))), (10, "first", lambda now: seen.append((1, now))))
    set_up(now=NOW, say=str)
    assert seen == [(1, NOW), (2, NOW)]


@pytest.mark.django_db
def test_each_step_is_told_in_one_line_with_what_it_did(only):
    said = []
    only((10, "Groups", make_group("writers")))
    set_up(now=NOW, say=said.append)
    set_up(now=NOW, say=said.append)
    assert said == ["Groups: writers", "Groups: nothing to do"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_failing_step_leaves_nothing_of_its_own_and_all_of_the_earlier_ones(only):
    only((10, "Groups", make_group("writers")), (20, "Failing", fail), (30, "Later", make_group("never")))
    with pytest.raises(RuntimeError):
        set_up(now=NOW, say=str)
    made = set(Group.objects.filter(name__in=["writers", "half done", "never"]).values_list("name", flat=True))
    assert made == {"writers"}


@pytest.mark.django_db
def test_a_step_may_ask_for_the_administrators_address_while_setup_runs(only):
    seen = []
    only((50, "First administrator", lambda _now: seen.append(admin_email())))
    set_up(now=NOW, admin_email="rui@example.org", say=str)
    assert seen == ["rui@example.org"]
    assert admin_email() == ""


@pytest.mark.django_db
def test_the_environment_names_the_administrator_where_the_command_does_not(only, monkeypatch):
    monkeypatch.setenv("ADMIN_EMAIL", " grace@example.org ")
    assert admin_email() == "grace@example.org"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["rui", "rui@", "@example.org", "rui@example.org\nBcc: x@example.org", "a b@example.org"])
def test_what_is_no_address_is_refused_before_anything_is_done(only, address):
    seen = []
    only((10, "Groups", lambda now: seen.append(now)))
    with pytest.raises(Refused, match="is not an e-mail address"):
        set_up(now=NOW, admin_email=address, say=str)
    assert seen == []


def test_storeys_have_registered_steps_and_none_stands_twice():
    found = steps()
    assert found == sorted(found, key=lambda step: (step.order, step.title))
    assert len({step.title for step in found}) == len(found)
    assert all(isinstance(step, Step) and callable(step.do) for step in found)


@pytest.mark.django_db
def test_the_real_setup_may_be_run_again_and_then_changes_nothing():
    set_up(now=NOW, say=str)
    said = []
    set_up(now=NOW, say=said.append)
    changed = [line for line in said if "nothing to do" not in line and "administrator" not in line]
    assert changed == []
