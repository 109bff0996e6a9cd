"""Whose progress is read by whom: the whole cast over two editions, each rule held against its twin."""

import pytest
from django.contrib.auth.models import AnonymousUser

from courses.completion.choices import Refused
from courses.completion.rules import can_pass, can_read_progress, progress_visible_to, refusal
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.courses import reading_below
from tests.factories.learning import edition_of, enrolled, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(course, edition, cast):
    """Two learners in an edition of the facilitator's, one of them the learner; one in an edition of another's."""
    run(edition, cast["facilitator"])
    other = edition_of(course, name="Other")
    run(other, PersonFactory(groups=["facilitator"]))
    return {
        "own": enrolled(cast["learner"], edition),
        "beside": enrolled(PersonFactory(), edition),
        "elsewhere": enrolled(PersonFactory(), other),
    }


def test_each_of_the_cast_reads_the_progress_that_is_hers_to_read(cast, rows):
    seen = {role: {name for name, row in rows.items() if can_read_progress(person, row)} for role, person in cast.items()}
    everything = set(rows)
    assert seen == {
        "stranger": set(),
        "learner": {"own"},
        "facilitator": {"own", "beside"},
        "moderator": set(),
        "editor": everything,
        "reviewer": set(),
        "translator": set(),
        "partner": set(),
        "admin": everything,
    }


def test_the_rule_and_its_twin_agree(cast, rows):
    for role, person in cast.items():
        listed = set(progress_visible_to(person).values_list("pk", flat=True))
        assert listed == {row.pk for row in rows.values() if can_read_progress(person, row)}, role


def test_who_runs_the_edition_or_publishes_the_page_is_not_held_back(cast, rows, modules):
    unit = reading_below(modules[0])
    passing = {role for role, person in cast.items() if can_pass(person, rows["own"], unit)}
    assert passing == {"facilitator", "editor", "admin"}
    assert not can_pass(cast["facilitator"], rows["elsewhere"], unit)


def test_somebody_who_was_put_out_of_use_reads_nothing(rows, cast):
    cast["learner"].is_active = False
    assert not can_read_progress(cast["learner"], rows["own"])
    assert not progress_visible_to(cast["learner"]).exists()


def test_nothing_is_tracked_for_who_does_not_take_part_or_in_a_closed_edition(enrolment):
    assert refusal(None) == Refused.STRANGER
    assert refusal(enrolment) == ""
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    assert refusal(enrolment) == Refused.CLOSED
    enrolment.state = State.WITHDRAWN
    assert refusal(enrolment) == Refused.STRANGER


def test_a_stranger_is_nobodys_reader(enrolment):
    assert not can_read_progress(AnonymousUser(), enrolment)
    assert not can_read_progress(None, enrolment)
