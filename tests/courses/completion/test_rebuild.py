"""Summing up anew gives what is stored; where it does not, the command says so and puts it right."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.completion.actions import keep_place, note_deed, note_reading, rebuild
from courses.completion.choices import Deed
from courses.completion.models import Completion, Happening, UnitProgress
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.courses import link_below, reading_below, units_below
from tests.factories.learning import discussion_below, edition_of, enrolled, quiz_below

pytestmark = pytest.mark.django_db

steps = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Deed.values), st.integers(0, 30), st.integers(0, 100)), max_size=12)


@pytest.fixture
def units(modules):
    quizzes = [quiz_below(modules[0], keeps="first"), quiz_below(modules[1], title="Last", keeps="last")]
    return [reading_below(modules[0]), link_below(modules[0], completes="viewed"), *quizzes, discussion_below(modules[2], posts_min=2)]


def tell(enrolment, unit, deed, minutes, percent):
    data = {
        Deed.SCORED: {"percent": percent, "is_passed": percent >= 60, "attempt": f"a{percent % 3}", "number": percent % 3 + 1},
        Deed.POSTED: {"post": f"p{percent % 4}", "is_removed": percent > 80},
    }.get(deed, {})
    token = "" if deed in (Deed.VIEWED, Deed.MARKED) else f"{percent} {minutes}"
    note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=deed, now=NOW + timedelta(minutes=minutes), token=token, data=data)


@given(steps)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_equals_what_is_stored_whatever_happened_in_whatever_order(edition, units, told):
    enrolment = enrolled(PersonFactory(), edition)
    for number, deed, minutes, percent in told:
        tell(enrolment, units[number], deed, minutes, percent)
    assert rebuild(of=enrolment, now=NOW, is_dry=True) == []
    stored = summaries(enrolment)
    UnitProgress.objects.filter(enrolment=enrolment).delete()
    rebuild(of=enrolment, now=NOW)
    assert summaries(enrolment) == stored


@given(steps, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_deeds_in_another_order_are_the_same_progress(edition, units, told, chance):
    told = list({(row[0], row[1], *(row[2:] if row[1] not in ("viewed", "marked") else (0, 0))): row for row in told}.values())
    told = [(number, deed, 0 if deed in ("viewed", "marked") else minutes, percent) for number, deed, minutes, percent in told]
    rows = [enrolled(PersonFactory(), edition) for _ in range(2)]
    for step in told:
        tell(rows[0], units[step[0]], *step[1:])
    chance.shuffle(told)
    for step in told:
        tell(rows[1], units[step[0]], *step[1:])
    assert summaries(rows[0]) == summaries(rows[1])


def summaries(enrolment):
    names = ("unit_key", "first_at", "last_at", "done_at", "percent", "posts")
    return sorted(UnitProgress.objects.filter(enrolment=enrolment).values_list(*names), key=lambda row: str(row[0]))


def test_a_summary_that_was_wrong_missing_or_of_nothing_is_put_right(enrolment, units):
    tell(enrolment, units[0], Deed.MARKED, 0, 0)
    tell(enrolment, units[1], Deed.VIEWED, 0, 0)
    UnitProgress.objects.filter(unit_key=units[0].translation_key).update(done_at=None)
    UnitProgress.objects.filter(unit_key=units[1].translation_key).delete()
    astray = uuid4()
    UnitProgress.objects.create(enrolment=enrolment, unit_key=astray, first_at=NOW, last_at=NOW)
    before = summaries(enrolment)
    found = rebuild(of=enrolment, now=NOW, is_dry=True)
    assert {difference.unit_key for difference in found} == {units[0].translation_key, units[1].translation_key, astray}
    assert summaries(enrolment) == before
    assert len(rebuild(of=enrolment, now=NOW)) == 3
    assert rebuild(of=enrolment, now=NOW) == []
    assert UnitProgress.objects.filter(done_at=NOW).count() == 2


def test_where_she_is_reading_stays(enrolment, modules):
    first, second = units_below(modules[0], 2)
    for minutes, unit in enumerate((first, second, first)):
        note_reading(enrolment=enrolment, unit_key=unit.translation_key, language="en", now=NOW + timedelta(minutes=minutes))
    keep_place(enrolment=enrolment, unit_key=first.translation_key, place="b1", now=NOW + timedelta(minutes=3))
    assert rebuild(of=enrolment, now=NOW) == []
    row = UnitProgress.objects.get(unit_key=first.translation_key)
    assert (row.place, row.last_at, row.first_at) == ("b1", NOW + timedelta(minutes=3), NOW)


def test_a_completion_that_is_missing_is_added_and_none_is_taken_away(enrolment, modules):
    unit = reading_below(modules[0])
    tell(enrolment, unit, Deed.MARKED, 0, 0)
    Completion.objects.all().delete()
    assert [difference.unit_key for difference in rebuild(of=enrolment, now=NOW, is_dry=True)] == [None]
    assert not Completion.objects.exists()
    rebuild(of=enrolment, now=NOW)
    assert Completion.objects.count() == 1
    reading_below(modules[0], title="Added later")
    assert rebuild(of=enrolment, now=NOW) == []
    assert Completion.objects.count() == 1


def run(*arguments):
    out = StringIO()
    call_command("rebuild_progress", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_the_command_says_what_differed(enrolment, modules, course):
    unit = reading_below(modules[0])
    reading_below(modules[0], title="Left")
    tell(enrolment, unit, Deed.MARKED, 0, 0)
    edition_of(course, name="Another")
    assert run() == ["2 editions, 0 summaries were put right."]
    UnitProgress.objects.update(done_at=None)
    stale = f"{enrolment.uid} {unit.translation_key}: stored not done, – %, 0 posts; told done 2027-02-01 09:00:00, – %, 0 posts"
    assert run("--dry-run") == [stale, "2 editions, 1 summaries differ."]
    assert run("--edition", str(enrolment.edition.uid)) == [stale, "1 editions, 1 summaries were put right."]
    assert run("--dry-run")[-1] == "2 editions, 0 summaries differ."


@pytest.mark.parametrize(("uid", "words"), [("moon", "moon is no id"), (str(uuid4()), "There is no edition")])
def test_the_command_refuses_an_edition_that_there_is_not(db, uid, words):
    with pytest.raises(CommandError, match=words):
        run("--edition", uid)


def test_the_log_itself_is_never_changed(enrolment, units):
    tell(enrolment, units[0], Deed.MARKED, 0, 0)
    before = list(Happening.objects.values())
    rebuild(of=enrolment.edition, now=NOW)
    assert list(Happening.objects.values()) == before
